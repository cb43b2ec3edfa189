/**
 * Firefox by Marionette, the protocol that it speaks itself and geckodriver translates: WebDriver's commands as
 * JSON over a socket, "<length>:[0, id, command, parameters]", answered by "[1, id, error, result]".
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../tools/find-engines.ts';
import type { Engine } from './engine.ts';
import { retry } from './retry.ts';
import { webdriverEngine } from './webdriver.ts';

export async function startFirefox(): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  // A port of its own choice, which it writes down.
  writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  // Root's Firefox wants a home of root's.
  const env = { ...process.env, HOME: profile };
  const firefox = spawn(findFirefox(), args, { stdio: 'ignore', env });
  const ended = new Promise((resolve) => firefox.once('close', resolve));
  const stop = async () => {
    firefox.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const socket = await retry(() =>
      connected(Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'))),
    );
    const marionette = new Marionette(socket);
    const { capabilities } = (await marionette.send('WebDriver:NewSession', {})) as {
      capabilities: { browserVersion: string };
    };
    return await webdriverEngine({
      name: `Firefox ${capabilities.browserVersion}`,
      send: async (command, parameters) => {
        const result = await marionette.send(`WebDriver:${command}`, parameters);
        return unwrap(result);
      },
      close: stop,
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Results that are no object come as the value of one. */
function unwrap(result: unknown): unknown {
  const isWrapped = typeof result === 'object' && result !== null && 'value' in result;
  return isWrapped ? result.value : result;
}

const connected = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).once('error', reject);
  });

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

class Marionette {
  private readonly socket: Socket;
  private readonly waiting = new Map<number, Waiting>();
  private received = Buffer.alloc(0);
  private id = 0;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (bytes) => this.read(bytes));
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Firefox has ended.'));
    });
  }

  send(command: string, parameters: object): Promise<unknown> {
    this.id += 1;
    const text = JSON.stringify([0, this.id, command, parameters]);
    this.socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.waiting.set(this.id, { resolve, reject }));
  }

  private read(bytes: Buffer): void {
    this.received = Buffer.concat([this.received, bytes]);
    for (;;) {
      const colon = this.received.indexOf(':');
      const end = colon + 1 + Number(this.received.subarray(0, colon).toString());
      if (colon < 0 || this.received.length < end) return;
      this.take(this.received.subarray(colon + 1, end).toString());
      this.received = this.received.subarray(end);
    }
  }

  private take(text: string): void {
    const message: unknown = JSON.parse(text);
    // The first message is a greeting.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message as [1, number, { message: string } | null, unknown];
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
