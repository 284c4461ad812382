import { type HTTPReceiver, type InstallationStore, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { defaultPort, type SlackConfig } from './config.ts';
import { slackLogger } from './logger.ts';
import { botScopes } from './manifest.ts';
import { strictReceiver } from './receiver.ts';

/**
 * The way in: Socket Mode where there is an app token, signed HTTP otherwise; with `store` also the pages by which a
 * workspace installs the app (/slack/install). Throws when the configuration has neither.
 */
export function receiverFor(
  config: SlackConfig,
  store: InstallationStore | undefined,
  log: Logger,
): HTTPReceiver | SocketModeReceiver {
  const { apiUrl, appToken, signingSecret, oauth } = config;
  const logger = slackLogger(log);
  const options = {
    logger,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, logger, timeout: 10_000 },
      directInstall: true,
      port: config.port ?? defaultPort,
      // Slack asks for consent on its own site; a counterpart on its own address.
      ...(apiUrl.startsWith('https://slack.com/')
        ? {}
        : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
      ...(oauth?.redirectUri === undefined ? {} : { redirectUriPath: new URL(oauth.redirectUri).pathname }),
    },
    ...(oauth === undefined || store === undefined
      ? {}
      : {
          clientId: oauth.clientId,
          clientSecret: oauth.clientSecret,
          stateSecret: oauth.stateSecret,
          scopes: [...botScopes],
          installationStore: store,
          ...(oauth.redirectUri === undefined ? {} : { redirectUri: oauth.redirectUri }),
        }),
  };
  if (appToken !== undefined) return new SocketModeReceiver({ ...options, appToken });
  if (signingSecret === undefined || signingSecret === '')
    throw new Error('Slack needs an app token (Socket Mode) or a signing secret (HTTP).');
  return strictReceiver({ ...options, signingSecret }, log, Date.now);
}
