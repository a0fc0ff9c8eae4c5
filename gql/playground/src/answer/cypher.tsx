// The one statement that answered the question, ready to copy or to open in Neo4j Browser.
import { useState } from 'react';
import { browserLink, type Config } from '../config';
import type { Run } from '../runs';

interface Statement {
  statement: string;
  parameters: Record<string, unknown>;
  /** Parameters and statement as Neo4j Browser and cypher-shell take them. */
  paste: string;
}

/** The statement in `extensions.cypher`, or undefined where the server keeps it to itself. */
function statementOf(run: Run): Statement | undefined {
  const cypher = run.answer.extensions?.cypher as Partial<Statement> | undefined;
  return typeof cypher?.statement === 'string' ? { parameters: {}, paste: cypher.statement, ...cypher } as Statement : undefined;
}

export function CypherView({ run, config }: { run: Run; config: Config }) {
  const [copied, setCopied] = useState(false);
  const statement = statementOf(run);
  if (!statement) return <p className="answer-note">The server does not show the statements it runs.</p>;
  const copy = async () => {
    await navigator.clipboard.writeText(statement.paste);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <div className="cypher-view">
      <div className="answer-bar">
        <span className="answer-bar-text">One statement, one snapshot of the graph</span>
        <button type="button" className="concord-button" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
        {config.browser && (
          <a className="concord-button" href={browserLink(config.browser, statement.paste)} target="_blank" rel="noreferrer">
            Open in Neo4j Browser
          </a>
        )}
      </div>
      <pre tabIndex={0} aria-label="Cypher statement">
        {statement.paste.endsWith(statement.statement) && (
          <code className="cypher-params">{statement.paste.slice(0, -statement.statement.length)}</code>
        )}
        <code>{highlight(statement.statement)}</code>
      </pre>
    </div>
  );
}

const token = /(\/\/[^\n]*|\$\w+|`(?:[^`]|``)*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\b[A-Z][A-Z]+\b|:[A-Z]\w*)/g;

/** Colours what stands out in a statement: keywords, parameters, labels, text. */
function highlight(text: string) {
  return text.split(token).map((part, i) => {
    if (i % 2 === 0) return part;
    const kind = part.startsWith('$') ? 'parameter' : part.startsWith(':') ? 'label' : part.startsWith('//') ? 'comment' : /^[`'"]/.test(part) ? 'text' : 'keyword';
    return <span key={i} className={`cypher-${kind}`}>{part}</span>;
  });
}
