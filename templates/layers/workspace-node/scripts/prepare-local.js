// Gives each service of this checkout what a start outside production needs, with secrets that nobody else knows.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';

/** What the placeholders of an example stand for. */
const makers = {
  'change-me': () => randomBytes(32).toString('base64url'),
  'change-me-ed25519': () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
};

for (const example of globSync('services/*/.env.example')) {
  const directory = dirname(example);
  const text = readFileSync(example, 'utf8');
  const secrets = Object.entries(parseEnv(text)).filter(([, value]) => value in makers);
  const isSecret = line => secrets.some(([name]) => line.startsWith(`${name}=`));
  const settings = text.split('\n').filter(line => !line.startsWith('#') && !isSecret(line));
  writeNew(join(directory, '.env'), settings.join('\n'));
  for (const [name, placeholder] of secrets) {
    writeNew(join(directory, '.secrets', name), makers[placeholder]());
  }
}

/** What is there already stays: it may have been changed on purpose. */
function writeNew(file, content) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
