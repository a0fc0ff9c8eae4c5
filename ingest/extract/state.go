package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// state is what is known while a document is read from top to bottom.
type state struct {
	lex   *lexicon
	trace func(*sentence, []clause) // sees each sentence once it is parsed; nil but for explanations
	gaz   *gazetteer.Gazetteer

	missionsKnown []*gazetteer.Entry
	text          string
	cal           calendar
	out           *collector

	pair         []party // the last list of exactly two countries
	titlePair    []party // the two countries that the title names
	triple       []party
	several      []party // the last list of four or more
	together     []party // the last list of two countries or more, and the passage it stood in
	togetherAt   int
	reading      int     // the passage that is being read
	plural       []party // the last subject that was several, or a group
	actor        *party  // the last country or organization that was a subject
	actorAt      int     // the passage it was
	mission      *told   // the mission spoken of last
	sentAt       int     // the passage in which people were sent to one last
	lastGroup    *gazetteer.Entry
	topicOrg     *gazetteer.Entry // the organization that the document or its section is about
	topicHeaded  bool             // it stands in a heading
	memberOrg    *gazetteer.Entry // whose members were told of last
	memberAt     int              // the passage they were
	memberSince  bool             // it was told since when
	lastOrg      *gazetteer.Entry // named last, and in which passage
	lastOrgAt    int
	topicCountry *party
	declared     bool   // by several: "We, the heads of state"
	topicPlaced  bool   // it was only a place or a party to something so far
	own          *party // the country whose body of state published the document
	itemPartner  *party // the country that a list's item is headed by
	itemAt       int    // the first passage of that item
	present      *event // whose attendees the lines that come list, in which role, and the last passage of them
	presentRole  string
	presentAt    int
	signing      string // what was told last that countries did with a treaty, with which, and in which passage
	signingOf    *event
	signingAt    int
	headPartner  *party           // the country that is all its section's heading names
	sender       *party           // the country whose contributions were told last
	pending      func(*sentence)  // what the items of a list mean after a line that ends in a colon
	headEvent    *event           // "Meetings hosted by X", the heading of a list
	memberHead   string           // the status of the members listed below a heading such as "Dialogue partners"
	caption      *event           // the same of a line before a table
	headRole     string           // what a heading such as "Participants" says of the countries listed below it
	persons      map[string]party // for whom people speak, by their surnames
	topicMission *gazetteer.Entry
	listBlock    int                       // the block whose first passage names listMission
	listMission  *gazetteer.Entry          // named by the line or heading above a list of countries
	topicAt      int                       // the passage that named it last
	missions     map[*gazetteer.Entry]bool // that were named so far
	titledEvent  *event                    // that the title of the paragraph names
	topicTreaty  *event                    // the treaty that a heading or the first line names
	topicSeries  *event                    // the series of exercises that the document is about
	acronyms     map[string]*event         // that the document defines for events
	figures      []figureClaim
	sums         []*sum                 // totals that the text gives the parts of
	open         *sum                   // the total of the sentence before
	last         map[graph.Label]*event // the last event of each label
	lastAny      *event
	events       []*event
	byLabel      map[graph.Label][]*event // the events, each kind apart
	initials     []*event                 // treaties whose names begin with initials
	editions     editions
	words        words
	rooms        []*room     // that sentences were read in before, free for others
	inside       []*sentence // those that are being read
	exercises    bool        // one of the events is an exercise
	numbered     numbered    // once all is read
	byName       map[string][]*event
	defined      map[string]*gazetteer.Entry // acronyms that the document defines
	asOf         string                      // "as of the end of November 2008", for what follows in the section
	dated        string                      // the date of a line that may be a table's caption
	datedAt      int                         // and which passage it is
	asOfTop      string                      // the one that a line at the top gives for all numbers of the document
	asOfIn       int                         // the section it holds in
	asOfAt       int                         // the passage of the paragraph it holds in alone, 0 where it holds for the section
	section      int
	blockAt      int // the ordinal of the first passage of the block being read
}
