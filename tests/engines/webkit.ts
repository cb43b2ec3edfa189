/** WebKit by the driver of WebKitGTK, on a screen of its own: WebDriver's commands by HTTP. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { findWebkit } from '../../tools/find-engines.ts';
import type { Engine } from './engine.ts';
import { retry } from './retry.ts';
import { webdriverEngine } from './webdriver.ts';
import type { Command } from './webdriver.ts';

const PATHS: Readonly<Record<Command, readonly ['GET' | 'POST', string]>> = {
  Navigate: ['POST', 'url'],
  ExecuteScript: ['POST', 'execute/sync'],
  PerformActions: ['POST', 'actions'],
  TakeScreenshot: ['GET', 'screenshot'],
  GetWindowRect: ['GET', 'window/rect'],
  SetWindowRect: ['POST', 'window/rect'],
};

export async function startWebkit(): Promise<Engine> {
  const { driver, screen } = findWebkit();
  const processes: ChildProcess[] = [];
  const stop = () => {
    for (const one of processes.reverse()) one.kill();
  };
  try {
    const xvfb = spawn(screen, ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    processes.push(xvfb);
    const display = await firstLine(xvfb);
    const port = await freePort();
    const env = { ...process.env, DISPLAY: `:${display}` };
    const args = [`--port=${port}`, '--host=127.0.0.1'];
    processes.push(spawn(driver, args, { stdio: 'ignore', env }));
    const root = `http://127.0.0.1:${port}/session`;
    const { sessionId, capabilities } = (await retry(() =>
      request('POST', root, { capabilities: {} }),
    )) as { sessionId: string; capabilities: { browserVersion: string } };
    return await webdriverEngine({
      name: `WebKitGTK ${capabilities.browserVersion}`,
      send: (command, parameters) => {
        const [method, path] = PATHS[command];
        return request(method, `${root}/${sessionId}/${path}`, parameters);
      },
      close: () => request('DELETE', `${root}/${sessionId}`, {}).then(stop, stop),
    });
  } catch (error) {
    stop();
    throw error;
  }
}

async function request(method: string, url: string, parameters: object): Promise<unknown> {
  const body = method === 'POST' ? JSON.stringify(parameters) : null;
  const response = await fetch(url, { method, body, signal: AbortSignal.timeout(120_000) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** What a process says first: here the number of the screen that it opened. */
const firstLine = ({ stdout }: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    stdout?.once('close', () => reject(new Error('The screen did not open.')));
  });

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
