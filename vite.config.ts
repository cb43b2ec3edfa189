/** Builds and serves the site; `npm start` is build + preview. Tests: vitest.config.ts. */
import { readFileSync } from 'node:fs';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { withoutBlankLines } from './tools/blank-lines.ts';
import { percentSigns } from './tools/percent-signs.ts';

/** The headers of public/_headers, the only list of them. */
function siteHeaders(): Record<string, string> {
  const text = readFileSync(new URL('public/_headers', import.meta.url), 'utf8');
  const lines = text.matchAll(/^ +([\w-]+): (.+)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
}

/** In development React Refresh needs an inline script, and reloading a web socket. */
function developmentHeaders(): Record<string, string> {
  const headers = siteHeaders();
  const policy = headers['Content-Security-Policy'] ?? '';
  headers['Content-Security-Policy'] = policy
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws: wss:");
  return headers;
}

/** Ends `npm start` with one plain line: where to go. */
const announceAddress: Plugin = {
  name: 'announce-address',
  configurePreviewServer(server) {
    server.printUrls = () => {
      const urls = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
      console.log(`\nRegularization Playground: ${urls.join('  ')}`);
    };
  },
};

/** The words of lessons: Markdown with our own elements, its formulas typeset as the page is built. */
const lessonTexts = {
  enforce: 'pre',
  ...mdx({
    jsxImportSource: '#jsx', // src/jsx says why
    remarkPlugins: [remarkMath, percentSigns],
    rehypePlugins: [rehypeKatex, withoutBlankLines],
  }),
} as Plugin; // typed for Rollup, which lets optional properties be undefined

/**
 * The service worker: it keeps the page's own files and the small tables, about 6 MB, for times without a network.
 * Large sets of images are kept as they are used, or on request (src/datasets/stored).
 */
const keepOffline = VitePWA({
  registerType: 'prompt', // a newer version waits until somebody asks for it
  injectRegister: null, // src/app/offline does
  manifest: false,
  workbox: {
    globPatterns: ['**/*.{html,js,css,wasm,woff2,svg}', 'lessons/*.json', 'data/*/*.bin'],
    globIgnores: ['data/{mnist,fashion-mnist}/**'],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024, // the worker's script has half of it
    dontCacheBustURLsMatching: /-[\w-]{8}\.\w+$/, // names with a hash of what they hold
    navigateFallbackDenylist: [/\.\w+$/], // a file is itself, not the page
    cleanupOutdatedCaches: true,
    clientsClaim: true, // the first visit, too, is to survive a network that goes
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
});

export default defineConfig({
  base: './', // the site works in any folder
  plugins: [lessonTexts, react({ jsxImportSource: '#jsx' }), announceAddress, keepOffline], // src/jsx says why
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2100, // the worker holds tfjs, 1.9 MB raw
    // The site's policy allows no fonts from data: addresses.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
  },
  worker: { format: 'es' },
  // tfjs is only reached through the worker, where Vite would find it late and reload the page.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
    ],
  },
  server: { headers: developmentHeaders() },
  preview: { headers: siteHeaders() },
});
