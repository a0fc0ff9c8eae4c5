// Claims as people read them: each sentence once, its words marked, and under it what they say.
import { useState } from 'react';
import { sentenceLink, type Claim, type Named } from '../sources';

// So many sentences are shown at first; a country may have hundreds.
const most = 40;

export function ClaimList({ claims }: { claims: Claim[] }) {
  const [all, setAll] = useState(false);
  const sentences = [...bySentence(claims)];
  return (
    <>
      <ol className="sentences">
        {sentences.slice(0, all ? undefined : most).map(([key, group]) => (
          <li key={key}>
            <blockquote>
              <Marked text={group[0]!.sentence ?? group[0]!.quote} quotes={group.map((claim) => claim.quote)} />
            </blockquote>
            <ul className="claims">
              {group.map((claim) => (
                <li key={claim.id}>
                  <Says claim={claim} />
                </li>
              ))}
            </ul>
            <Where claim={group[0]!} />
          </li>
        ))}
      </ol>
      {!all && sentences.length > most && (
        <p className="sentences-more">
          <button type="button" className="concord-button" onClick={() => setAll(true)}>
            {sentences.length - most} more sentences
          </button>
        </p>
      )}
    </>
  );
}

function bySentence(claims: Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.document?.id ?? ''} ${claim.sentence ?? claim.quote}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

function Says({ claim }: { claim: Claim }) {
  return (
    <>
      <b>{names(claim.subject)}</b> <code>{claim.relation ?? claim.property}</code> <b>{claim.relation ? names(claim.object) : claim.value}</b>{' '}
      {claim.polarity === 'negated' && <span className="tag tag-warn">negated</span>}{' '}
      {claim.modality !== 'actual' && <span className="tag tag-warn">{claim.modality}</span>}{' '}
      <span className="claim-basis" title={claim.rule ? `by the rule ${claim.rule}` : undefined}>
        {claim.basis}, {Math.round(claim.confidence * 100)} % sure
      </span>
    </>
  );
}

function Where({ claim }: { claim: Claim }) {
  if (!claim.document) return null;
  const { title, id, published } = claim.document;
  return (
    <p className="claim-where">
      <a href={sentenceLink(claim)}>
        {title ?? id}
        {published ? `, ${published}` : ''} →
      </a>
    </p>
  );
}

function names(of: Named[]): string {
  return of.map((each) => each.name).join(', ');
}

/** A sentence with every quoted stretch of it marked, overlapping ones as one. */
function Marked({ text, quotes }: { text: string; quotes: string[] }) {
  const marked = new Array<boolean>(text.length).fill(false);
  for (const quote of quotes) {
    const at = quote.length < text.length ? text.indexOf(quote) : -1;
    if (at >= 0) marked.fill(true, at, at + quote.length);
  }
  const parts: { text: string; mark: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1);
    if (last && last.mark === marked[i]) last.text += text[i];
    else parts.push({ text: text[i]!, mark: marked[i]! });
  }
  return <>{parts.map((part, i) => (part.mark ? <mark key={i}>{part.text}</mark> : part.text))}</>;
}
