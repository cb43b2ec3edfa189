/** A newer version of the page is here: it is loaded when it suits. */
import { useOffline } from '../../store/offline/offline-context.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';

export function UpdateNotice() {
  const hasUpdate = useOffline((state) => state.hasUpdate);
  const update = useOffline((state) => state.update);
  const dismissUpdate = useOffline((state) => state.dismissUpdate);
  // It is there before what it says, or that is not read aloud.
  return (
    <div role="status" className="not-printed not-presented">
      {hasUpdate && (
        <Strip
          actions={
            <>
              <Button onClick={update}>Load it</Button>
              <Button onClick={dismissUpdate}>Later</Button>
            </>
          }
        >
          <p>
            A newer version of the playground is here. Settings and finished runs stay when it is
            loaded; a run that is training can go on afterwards.
          </p>
        </Strip>
      )}
    </div>
  );
}
