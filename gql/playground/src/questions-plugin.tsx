// The list of ready-made questions in GraphiQL's sidebar: closed tabs open again from here.
import { useCallback } from 'react';
import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { QuestionsIcon } from './icons';
import { questions } from './questions';
import type { Shared } from './share';

/** Opens questions in new tabs. A new tab's text goes through its editors, which then own it. */
export function useOpenQuestion(): (question: Shared) => void {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return useCallback(({ query, variables }) => {
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables ?? '');
  }, [addTab, queryEditor, variableEditor]);
}

function Questions() {
  const { changeTab } = useGraphiQLActions();
  const openQuestion = useOpenQuestion();
  const tabs = useGraphiQL((state) => state.tabs);
  const active = useGraphiQL((state) => state.activeTabIndex);
  const open = (text: string) => {
    const index = tabs.findIndex((tab) => tab.query === text);
    if (index >= 0) changeTab(index);
    else openQuestion({ query: text });
  };
  return (
    <section className="concord-questions" aria-label="Questions">
      <h2>Questions</h2>
      <p>Ready to run, each in a tab of its own. Change them as you like; the address is always a link to what you ask.</p>
      <ol>
        {questions.map(({ title, about, text }) => (
          <li key={title}>
            <button type="button" onClick={() => open(text)} aria-current={tabs[active]?.query === text ? 'true' : undefined}>
              <b>{title}</b>
              <span>{about.split('`').map((part, i) => (i % 2 ? <code key={i}>{part}</code> : part))}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

export const questionsPlugin: GraphiQLPlugin = { title: 'Questions', icon: QuestionsIcon, content: Questions };
