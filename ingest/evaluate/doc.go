// Package evaluate measures what was extracted from a document against what a
// person read in it: precision, recall and F1 by relation and by property, and the
// list of misses and false claims to work from.
//
// It owns the gold format (gold.go, parse.go), the alignment of predicted events with
// those of the gold (align.go), the counting (score.go) and the reports (report.go).
// It does not extract anything and knows no document format: it is given a bundle.
//
// # The gold format
//
// Beside NAME.txt (or .md, .html) stands NAME.claims.yaml, with two lists: entities
// whose ids cannot be foretold, each under a handle, and claims.
//
//	entities:
//	  peace:
//	    label: Exercise            # alternatives with a bar: Meeting|Mechanism
//	    name: Peace-2007           # or none; a list gives other names
//	    date: 2007-03              # EDTF; a list gives values that are right as well
//	    domains: [sea]
//	    participantTotal: 8
//	    participants: [CHN, PAK]   # relations in short
//	    in: [place:arabian-sea]
//	claims:
//	  - [CHN, CONTRIBUTED_TO, mission:unmil, {role: engineering, personnel: 275, asOf: 2008-11}]
//	  - [[CHN, JPN, KOR], MEMBER_OF, organization:asean-plus-three]
//	  - [CHN, HAS_FIGURE, {value: 150, comparator: gt, unit: countries}]
//	  - [IND, ATTENDED, summit, {polarity: negated}]
//
// A reference is an id ("mission:unmil"), a handle, or an ISO 3166-1 alpha-3 code for
// the country; "a|b" accepts either. A list in the place of a subject or an object
// is as many claims. An id stands for any entity of that label whose id, name,
// acronym or alias makes that slug.
//
// In the last place stand the relation's properties, and the words modality, polarity,
// "edge: false" (the text speaks of it, yet any reading that makes no edge is right) and
// "optional: true" (neither asked for nor wrong; "*" may stand for anything there).
// A list of values accepts any of them, and "" in it none at all.
// On an entity the same words hold for all that is said of it, and optional may list
// the fields it holds for. Where PARTICIPATED_IN and ATTENDED give no role, it is
// participant, and where HOSTED gives none it is host or co_host.
//
// The fields in short: participants, observers, hosts and coHosts (which give HOSTED
// as well; of several hosts each may be called co-host); in (HELD_IN, of a mission
// DEPLOYED_IN, of a place LOCATED_IN); under; topics; figures; of a treaty signed, concluded,
// ratified, acceded, withdrew (SIGNED), proposed, drafted, formulated, finalized (PREPARED),
// concludedAt, signedAt, adoptedAt (CONCLUDED_AT); of a mechanism parties.
//
// # What is counted
//
// Relation claims count once for each subject, relation, object, modality and
// polarity, and once for each value of the relation's key (graph.Relation.Key). Their
// other properties are counted apart, where the claim itself is right. Of an event's own
// properties date, status, ordinal and participantTotal are complete in the gold; the others count
// only where the gold gives them. Claims with basis inferred or reference, and MENTIONS, are
// not counted; nor is that an event was held in the country its place lies in, nor a
// figure that only repeats a number which the gold has as a property.
//
// # What the annotators hold to
//
// Only what the text states: LOCATED_IN where it says so ("Kunming, China"), the most exact
// date it gives and no more, a topic where the event is said to be about it. Topics are named
// for the activity: counter-terrorism, counter-separatism, counter-extremism, counter-piracy,
// counter-narcotics, counter-proliferation, non-proliferation, arms-control, border-security,
// maritime-security, maritime-interdiction, search-and-rescue, submarine-rescue, mine-countermeasures,
// anti-submarine-warfare, disaster-relief, humanitarian-assistance, peacekeeping, military-medicine,
// information-security, cyber-security, energy-security, air-defense, amphibious-operations,
// weapons-trafficking, organized-crime, transnational-crime, nuclear-security, confidence-building, logistics.
// That an agreement is one on cooperation is no topic.
// A country's own forces ("the Chinese Navy") are the country, with forces navy, army, air force,
// marines, special forces, coast guard. The members of an organization spoken of as one are
// group:…-member-states.
//
// # The corpus
//
// testdata/documents holds documents about real events in words of our own, in many voices
// and forms; what publishers they name are invented. Those in blind are for measuring only:
// whoever writes rules doesn't read them, so that their score says how extraction does on
// texts nobody has seen.
package evaluate
