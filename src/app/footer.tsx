/** The way to what explains the page. */
import { useNetwork } from '@mantine/hooks';
import { usePlayground } from '../store/playground-context.tsx';
import { Button } from '../ui/controls/button.tsx';
import { useHiddenList } from '../pages/shared/use-hidden-list.ts';
import styles from './app.module.css';

export function Footer() {
  const hidden = useHiddenList();
  const { online } = useNetwork();
  const showSheet = usePlayground((state) => state.showSheet);
  return (
    <footer className={`${styles.footer ?? ''} not-presented not-printed`}>
      <Button look="link" onClick={() => showSheet('glossary')}>
        Glossary
      </Button>
      <Button look="link" onClick={() => showSheet('help')}>
        Help
      </Button>
      <span role="status">
        {!online && 'You are offline. What is kept in this browser still works.'}
      </span>
      {hidden !== '' && <a href={location.hash.split('?', 1)[0]}>Show all controls</a>}
    </footer>
  );
}
