import { Worker } from 'node:worker_threads';
import type { Order, Timing } from './loopbackDiscord.ts';

/** Starts `loopbackDiscord.ts` in a thread of its own, so that its work is not counted as ours. */
export async function startLoopback() {
  // A worker reads TypeScript only once tsx is registered in it, too.
  const [module, parent] = [new URL('./loopbackDiscord.ts', import.meta.url).href, import.meta.url];
  const start = `import('tsx/esm/api').then((tsx) => tsx.tsImport('${module}', '${parent}'))`;
  const worker = new Worker(start, { eval: true });
  const told = <T>() =>
    new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  const port = await told<number>();
  return {
    url: `http://127.0.0.1:${port}/api`,
    /** Dispatches interactions and resolves when all are answered, or after a minute. */
    async run(order: Order): Promise<Timing[]> {
      const done = told<Timing[]>();
      worker.postMessage(order);
      return done;
    },
    stop: () => worker.terminate(),
  };
}
