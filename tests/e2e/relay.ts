/** The site from a server of the test's own, which can go away, or have another version of a file. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Relay {
  /** With a slash at its end. */
  readonly url: string;
  /** No answer comes any more, as without a network. */
  isDown: boolean;
  /** What is sent in place of a file, by its path: "/sw.js". */
  readonly changed: Map<string, (text: string) => string>;
  readonly close: () => void;
}

export async function relaySite(siteUrl: string): Promise<Relay> {
  const server = createServer((request, response) => {
    if (relay.isDown) {
      request.socket.destroy();
      return;
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    void fetch(new URL(pathname.slice(1) + search, siteUrl)).then(async (original) => {
      const headers = [...original.headers].filter(([name]) => !BY_THE_SERVER.includes(name));
      response.writeHead(original.status, Object.fromEntries(headers));
      const change = relay.changed.get(pathname);
      if (change) response.end(change(await original.text()));
      else response.end(new Uint8Array(await original.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const relay: Relay = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    ...{ isDown: false, changed: new Map() },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return relay;
}

/** Of what comes to the relay, not of what it sends on. */
const BY_THE_SERVER = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];
