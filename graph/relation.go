package graph

// RelationType is the type of a relationship between entities.
type RelationType string

// The relationship types of the graph.
const (
	ParticipatedIn   RelationType = "PARTICIPATED_IN"
	Attended         RelationType = "ATTENDED"
	Hosted           RelationType = "HOSTED"
	HeldIn           RelationType = "HELD_IN"
	Under            RelationType = "UNDER"
	HasTopic         RelationType = "HAS_TOPIC"
	Signed           RelationType = "SIGNED"
	Prepared         RelationType = "PREPARED"
	ConcludedAt      RelationType = "CONCLUDED_AT"
	MemberOf         RelationType = "MEMBER_OF"
	ContributedTo    RelationType = "CONTRIBUTED_TO"
	DeployedIn       RelationType = "DEPLOYED_IN"
	DeployedPoliceTo RelationType = "DEPLOYED_POLICE_TO"
	PartyTo          RelationType = "PARTY_TO"
	CooperatesWith   RelationType = "COOPERATES_WITH"
	HasFigure        RelationType = "HAS_FIGURE"
	Includes         RelationType = "INCLUDES"
	PartOf           RelationType = "PART_OF"
	LocatedIn        RelationType = "LOCATED_IN"
)

// Relation defines a relationship type: which labels it joins, which properties it
// carries, and which of those tell two relationships between the same nodes apart
// (Key; with none there is at most one).
type Relation struct {
	Type       RelationType
	From, To   []Label
	Properties []string
	Key        []string
}

var (
	parties      = []Label{Country, Organization, CountryGroup}
	statesAndOrg = []Label{Country, Organization}
	dateFields   = []string{"date", "earliest", "latest", "datePrecision", "dateText"}
)

// Relations defines every relationship type, in the order in which summaries show them.
var Relations = []Relation{
	{ParticipatedIn, parties, []Label{Exercise, Exchange}, []string{"role", "forces", "personnel"}, nil},
	{Attended, parties, []Label{Meeting}, []string{"role", "representedBy"}, nil},
	{Hosted, statesAndOrg, []Label{Exercise, Meeting}, []string{"role"}, nil},
	{HeldIn, []Label{Exercise, Meeting}, []Label{Place, Country}, nil, nil},
	{Under, []Label{Exercise, Meeting, Treaty, Mission}, []Label{Organization}, nil, nil},
	{HasTopic, []Label{Exercise, Meeting, Treaty, Mechanism}, []Label{Topic}, nil, nil},
	{Signed, parties, []Label{Treaty}, append([]string{"action"}, dateFields...), []string{"action"}},
	{Prepared, parties, []Label{Treaty}, []string{"action"}, []string{"action"}},
	{ConcludedAt, []Label{Treaty}, []Label{Meeting}, []string{"action"}, []string{"action"}},
	{MemberOf, statesAndOrg, []Label{Organization}, []string{"status", "since", "until", "validFrom", "validTo"}, []string{"status", "since"}},
	{ContributedTo, []Label{Country}, []Label{Mission, Organization}, []string{"role", "personnel", "asOf"}, []string{"role", "asOf"}},
	{DeployedIn, []Label{Mission}, []Label{Country, Place}, nil, nil},
	{DeployedPoliceTo, []Label{Country}, []Label{Country, Place}, []string{"personnel", "asOf"}, []string{"asOf"}},
	{PartyTo, statesAndOrg, []Label{Mechanism}, []string{"endpoint"}, []string{"endpoint"}},
	{CooperatesWith, statesAndOrg, parties, []string{"domain"}, []string{"domain"}},
	{HasFigure, EntityLabels, []Label{Figure}, nil, nil},
	{Includes, []Label{Figure}, []Label{Country}, nil, nil},
	{PartOf, []Label{Organization, CountryGroup}, statesAndOrg, nil, nil},
	{LocatedIn, []Label{Place}, []Label{Place, Country}, nil, nil},
}

// RelationOf returns the definition of t, and whether there is one.
func RelationOf(t RelationType) (Relation, bool) {
	for _, r := range Relations {
		if r.Type == t {
			return r, true
		}
	}
	return Relation{}, false
}
