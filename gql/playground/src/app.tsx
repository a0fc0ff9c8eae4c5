// The page: Concord's header above GraphiQL, with the answer's other views in its response pane.
import { useEffect, useState } from 'react';
import { GraphiQL } from 'graphiql';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { ToolbarButton, useGraphiQL, type TabsState } from '@graphiql/react';
import { AnswerViews } from './answer/views';
import { loadConfig, type Config } from './config';
import { fetcher } from './fetcher';
import { Header } from './header';
import { LinkIcon } from './icons';
import { questions } from './questions';
import { questionsPlugin, useOpenQuestion } from './questions-plugin';
import { setActiveTab } from './runs';
import { readShared, share } from './share';

const explorer = { ...explorerPlugin({ showAttribution: false }), title: 'Build a question' };
const plugins = [questionsPlugin, explorer, HISTORY_PLUGIN];
const shared = readShared();
const defaultTabs = questions.map(({ text }) => ({ query: text }));

function tabsChanged({ tabs, activeTabIndex }: TabsState) {
  const tab = tabs[activeTabIndex];
  if (!tab) return;
  setActiveTab(tab.id);
  if (tab.query?.trim()) share({ query: tab.query, variables: tab.variables ?? undefined });
}

export function App() {
  const [config, setConfig] = useState<Config>({});
  useEffect(() => void loadConfig().then(setConfig), []);
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={defaultTabs}
      initialQuery={shared?.query}
      initialVariables={shared?.variables}
      visiblePlugin={startPlugin()}
      isHeadersEditorEnabled={false}
      onTabChange={tabsChanged}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy }: { prettify: React.ReactNode; copy: React.ReactNode }) => (
          <>
            {prettify}
            {copy}
            <CopyLink />
          </>
        )}
      </GraphiQL.Toolbar>
      <GraphiQL.Footer>
        <AnswerViews config={config} />
      </GraphiQL.Footer>
      <Header config={config} />
      <FollowAddress />
      <WrapLines />
    </GraphiQL>
  );
}

/** Wide screens open with the list of questions; narrow ones with the question alone. */
function startPlugin(): string | undefined {
  return window.innerWidth >= 1200 ? questionsPlugin.title : undefined;
}

/** Keeps the tab in front known from the first moment, and opens a question whose address is pasted. */
function FollowAddress() {
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.id);
  const openQuestion = useOpenQuestion();
  useEffect(() => {
    if (tab) setActiveTab(tab);
  }, [tab]);
  useEffect(() => {
    const open = () => {
      const question = readShared();
      if (question) openQuestion(question);
    };
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [openQuestion]);
  return null;
}

/** Wraps long lines of the question, so that its comment can be read. */
function WrapLines() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: 'on' }), [editor]);
  return null;
}

function CopyLink() {
  const [copied, setCopied] = useState(false);
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]);
  const copy = async () => {
    if (!tab?.query) return;
    share({ query: tab.query, variables: tab.variables ?? undefined });
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <ToolbarButton onClick={copy} label={copied ? 'Link copied' : 'Copy a link to this question'}>
      <LinkIcon />
    </ToolbarButton>
  );
}
