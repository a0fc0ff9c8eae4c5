// The questions the page opens with, in the order of their tabs. One file each: its first
// comment line is the title, the rest of the comment says what the answer shows.
import scoPartners from './questions/sco_partners.graphql';
import lookup from './questions/lookup.graphql';
import treaties from './questions/treaties.graphql';
import members from './questions/members_at_a_date.graphql';
import peacekeeping from './questions/peacekeeping.graphql';
import partners from './questions/partners_through_exercises.graphql';
import hosts from './questions/hosts_and_places.graphql';
import counts from './questions/counts.graphql';
import planned from './questions/planned.graphql';
import evidence from './questions/evidence.graphql';

export interface Question {
  title: string;
  about: string;
  text: string;
}

function parse(text: string): Question {
  const comment: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    comment.push(line.replace(/^#\s?/, ''));
  }
  const [title = '', ...about] = comment;
  return { title, about: about.join(' ').trim(), text };
}

export const questions: readonly Question[] = [
  scoPartners, lookup, treaties, members, peacekeeping, partners, hosts, counts, planned, evidence,
].map(parse);
