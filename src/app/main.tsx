/** Starts the page: one store, one worker, and its experiment prepared at once. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { spawnTrainer } from '../client/spawn-trainer.ts';
import { TrainerClient } from '../client/trainer-client.ts';
import { createPlaygroundStore } from '../store/playground-store.ts';
import { openWithTabSettings } from '../store/compare/tab-settings.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './app.tsx';

const store = createPlaygroundStore({
  connectTrainer: (listener) => new TrainerClient(spawnTrainer, listener),
  search: location.search,
});
openWithTabSettings(store, () => sessionStorage);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App store={store} />
  </StrictMode>,
);
