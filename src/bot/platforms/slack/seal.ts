import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts texts at rest with AES-256-GCM: base64 of nonce, tag and ciphertext. What the text belongs to (`about`, a
 * workspace's id) is authenticated with it, so that one row cannot be put in another's place.
 *
 * @param secret 32 bytes in hex or base64 (`openssl rand -hex 32`)
 */
export function sealer(secret: string) {
  const key = /^[0-9a-f]{64}$/i.test(secret) ? Buffer.from(secret, 'hex') : Buffer.from(secret, 'base64');
  if (key.length !== 32)
    throw new Error(
      'The key that encrypts Slack tokens must be 32 bytes in hex or base64: openssl rand -hex 32',
    );
  return {
    seal(text: string, about: string): string {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    /** Throws when the text was changed, belongs elsewhere or was sealed with another key. */
    open(sealed: string, about: string): string {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([
        decipher.update(bytes.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}
export type Sealer = ReturnType<typeof sealer>;
