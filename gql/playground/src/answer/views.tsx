// The views of one answer: JSON (GraphiQL's own), the picture, its sources, the Cypher.
import { Suspense, lazy, useRef, useState, type KeyboardEvent } from 'react';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Config } from '../config';
import { useRun } from '../runs';
import { hasClaims } from '../sources';
import { CypherView } from './cypher';
import { Failure } from './failure';
import { SourcesView } from './sources';

// The drawing library is a third of the page: it is fetched when a picture is first asked for.
const Picture = lazy(() => import('../picture/picture'));

const views = ['JSON', 'Picture', 'Sources', 'Cypher'] as const;
type View = (typeof views)[number];

export function AnswerViews({ config }: { config: Config }) {
  const [view, setView] = useState<View>('JSON');
  const [wide, setWide] = useState(false);
  const schema = useGraphiQL((state) => state.schema);
  const run = useRun();
  const shown = views.filter((each) => each !== 'Sources' || hasClaims(schema));
  return (
    <>
      <ViewTabs views={shown} view={view} setView={setView} />
      {view !== 'JSON' && (
        <button type="button" className={wide ? 'answer-widen wide' : 'answer-widen'} aria-pressed={wide} onClick={() => setWide(!wide)}>
          {wide ? 'Back beside the question' : 'Widen'}
        </button>
      )}
      {view !== 'JSON' && (
        <div className={wide ? 'answer-view wide' : 'answer-view'} role="tabpanel" id={`answer-${view}`} aria-labelledby={`answer-tab-${view}`}>
          {!schema || !run ? (
            <NotRun />
          ) : run.answer.errors?.length && !run.answer.data ? (
            <Failure message={run.answer.errors.map((error) => error.message).join('\n')} />
          ) : view === 'Picture' ? (
            <Suspense fallback={<p className="answer-note">Drawing…</p>}>
              <Picture run={run} schema={schema} />
            </Suspense>
          ) : view === 'Sources' ? (
            <SourcesView run={run} schema={schema} />
          ) : (
            <CypherView run={run} config={config} />
          )}
        </div>
      )}
    </>
  );
}

/** Tabs as the ARIA Authoring Practices have them: one stop, arrows between. */
function ViewTabs({ views, view, setView }: { views: readonly View[]; view: View; setView: (view: View) => void }) {
  const buttons = useRef(new Map<View, HTMLButtonElement>());
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    const next = views[(views.indexOf(view) + step + views.length) % views.length]!;
    setView(next);
    buttons.current.get(next)?.focus();
  };
  return (
    <div className="answer-tabs" role="tablist" aria-label="Views of the answer" onKeyDown={onKeyDown}>
      {views.map((each) => (
        <button
          key={each}
          ref={(element) => void (element ? buttons.current.set(each, element) : buttons.current.delete(each))}
          type="button"
          role="tab"
          id={`answer-tab-${each}`}
          aria-selected={each === view}
          aria-controls={each === view && each !== 'JSON' ? `answer-${each}` : undefined}
          tabIndex={each === view ? 0 : -1}
          onClick={() => setView(each)}
        >
          {each}
        </button>
      ))}
    </div>
  );
}

function NotRun() {
  const { run } = useGraphiQLActions();
  return (
    <div className="answer-note">
      <p>This question has not been run yet.</p>
      <button type="button" className="concord-button" onClick={run}>
        Run it
      </button>
    </div>
  );
}
