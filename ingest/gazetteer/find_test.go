package gazetteer

import (
	"fmt"
	"strings"
	"testing"
)

func names(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// show writes matches as "surface=id", with "|id" for each other reading and "~" for decoys.
func show(text string, matches []Match) string {
	var b strings.Builder
	for i, m := range matches {
		if i > 0 {
			b.WriteString(", ")
		}
		id := m.Entry.Entity.ID
		if m.Form == Decoy {
			id = "~"
		}
		fmt.Fprintf(&b, "%s=%s", text[m.Start:m.End], strings.TrimPrefix(id, "country:"))
		for _, o := range m.Others {
			b.WriteString("|" + strings.TrimPrefix(o.Entity.ID, "country:"))
		}
	}
	return b.String()
}

func TestFind(t *testing.T) {
	g := names(t)
	for _, test := range []struct{ text, want string }{
		// possessives and apostrophes
		{"China's and China’s", "China=CHN, China=CHN"},
		{"the United States' navy", "United States=USA"},
		{"the People’s Republic of China", "People’s Republic of China=CHN"},
		{"Cote d'Ivoire, Côte d’Ivoire", "Cote d'Ivoire=CIV, Côte d’Ivoire=CIV"},
		{"Xi’an and Sana’a", "Xi’an=place:xian, Sana’a=place:sanaa"},
		// abbreviations
		{"the U.S., the US and us", "U.S.=USA, US=USA"},
		{"a U.S.-led force, the U.K.", "U.S.=USA, U.K.=GBR"},
		{"the USSR, the U.S.S.R.", "USSR=SUN, U.S.S.R.=SUN"},
		{"a U.N. force of the UN", "U.N.=organization:un, UN=organization:un"},
		{"Join us. US forces", "US=USA"},
		// capitals count
		{"turkey in Turkey, chad in Chad", "Turkey=TUR, Chad=TCD"},
		{"CHINA AND MALI", "CHINA=CHN, MALI=MLI"},
		{"pla and PLA, Quad and quad", "PLA=organization:pla, Quad=organization:quad"},
		{"Male crew reached Malé", "Malé=place:male"},
		// hyphens, dashes, spaces, line breaks
		{"Guinea-Bissau, Guinea‑Bissau, Guinea\u00a0Bissau", "Guinea-Bissau=GNB, Guinea‑Bissau=GNB, Guinea\u00a0Bissau=GNB"},
		{"Timor‑Leste and East\n   Timor", "Timor‑Leste=TLS, East\n   Timor=TLS"},
		{"the United\r\nArab  Emirates", "United\r\nArab  Emirates=ARE"},
		{"South\n\nKorea", "Korea=KOR|PRK"},
		{"South\tKorea", "Korea=KOR|PRK"},
		{"China-US, China–Japan, China—India", "China=CHN, US=USA, China=CHN, Japan=JPN, China=CHN, India=IND"},
		{"non-US and pro-Russian", "US=USA, Russian=RUS"},
		{"Sino-Russian, Anglo-French, Sino and Franco", "Sino=CHN, Russian=RUS, Anglo=GBR, French=FRA"},
		{"Indo-Pacific and Indo-US", "Indo-Pacific=place:indo-pacific, Indo=IND, US=USA"},
		// longest first
		{"Papua New Guinea, Equatorial Guinea, the Gulf of Guinea, Guinea", "Papua New Guinea=PNG, Equatorial Guinea=GNQ, Gulf of Guinea=place:gulf-of-guinea, Guinea=GIN"},
		{"the Republic of the Congo", "Republic of the Congo=COG"},
		{"the Democratic Republic of Congo, DRC, DR Congo", "Democratic Republic of Congo=COD, DRC=COD, DR Congo=COD"},
		{"Congo", "Congo=COG|COD"},
		{"the Republic of Korea (ROK) and the DPRK", "Republic of Korea=KOR, ROK=KOR, DPRK=PRK"},
		{"the Democratic People's Republic of Korea", "Democratic People's Republic of Korea=PRK"},
		{"the Republic of China, Chinese Taipei", "Republic of China=TWN, Chinese Taipei=TWN"},
		{"South Sudan, Sudan, the South Sudanese", "South Sudan=SSD, Sudan=SDN, South Sudanese=SSD"},
		{"Niger and Nigeria, Nigeriens and Nigerians", "Niger=NER, Nigeria=NGA, Nigeriens=NER, Nigerians=NGA"},
		{"Dominica, the Dominican Republic", "Dominica=DMA, Dominican Republic=DOM"},
		{"Northern Ireland, Ireland", "Northern Ireland=place:northern-ireland, Ireland=IRL"},
		{"American Samoa, Samoa", "American Samoa=ASM, Samoa=WSM"},
		{"New Zealanders and Swedes", "New Zealanders=NZL, Swedes=SWE"},
		// spellings
		{"Bosnia and Herzegovina, Bosnia & Herzegovina", "Bosnia and Herzegovina=BIH, Bosnia & Herzegovina=BIH"},
		{"Saint Lucia, St. Lucia, St Lucia", "Saint Lucia=LCA, St. Lucia=LCA, St Lucia=LCA"},
		{"Türkiye, Turkiye", "Türkiye=TUR, Turkiye=TUR"},
		{"Kyrgyzstan, the Kyrgyz Republic", "Kyrgyzstan=KGZ, Kyrgyz Republic=KGZ"},
		{"Swaziland, Burma, Zaire, Macedonia", "Swaziland=SWZ, Burma=MMR, Zaire=COD, Macedonia=MKD"},
		{"Georgia", "Georgia=GEO|place:georgia-us"},
		// organizations and missions
		{"the Shanghai Cooperation Organisation (SCO)", "Shanghai Cooperation Organisation=organization:sco, SCO=organization:sco"},
		{"ASEAN, the ARF, ASEAN Plus Three, ADMM-Plus", "ASEAN=organization:asean, ARF=organization:arf, ASEAN Plus Three=organization:asean-plus-three, ADMM-Plus=organization:admm-plus"},
		{"the ASEAN Defence Ministers' Meeting-Plus", "ASEAN Defence Ministers' Meeting-Plus=organization:admm-plus"},
		{"the UN Security Council", "UN Security Council=organization:unsc"},
		{"the National Security Council", "National Security Council=~"},
		{"the UN Department of Peacekeeping Operations", "UN Department of Peacekeeping Operations=organization:dpko"},
		{"the United Nations Organization Mission in the Democratic Republic of the Congo (UNMONUC)", "United Nations Organization Mission in the Democratic Republic of the Congo=mission:monuc, UNMONUC=mission:monuc"},
		{"the African Union/United Nations Hybrid Operation in Darfur", "African Union/United Nations Hybrid Operation in Darfur=mission:unamid"},
		{"the UN Mission in the Sudan, the United Nations Mission in Sudan", "UN Mission in the Sudan=mission:unmis, United Nations Mission in Sudan=mission:unmis"},
		{"UNOSOM", "UNOSOM=mission:unosom-i|mission:unosom-ii"},
		{"the Western Pacific Naval Symposium", "Western Pacific Naval Symposium=organization:wpns"},
		{"the Royal Thai Army, the Bundeswehr, the PLA Navy", "Royal Thai Army=organization:royal-thai-army, Bundeswehr=organization:bundeswehr, PLA Navy=organization:pla-navy"},
		// places
		{"the Xinjiang Uygur Autonomous Region", "Xinjiang Uygur Autonomous Region=place:xinjiang"},
		{"the Arabian Sea and the South China Sea", "Arabian Sea=place:arabian-sea, South China Sea=place:south-china-sea"},
		{"the Taiwan Strait, Kosovo", "Taiwan Strait=place:taiwan-strait, Kosovo=place:kosovo"},
		{"Washington, D.C. and Washington", "Washington, D.C.=place:washington-dc, Washington=place:washington-dc"},
		// decoys hide the names in them
		{"the Korean War, the Bank of England", "Korean War=~, Bank of England=~"},
		// word boundaries
		{"Chinatown, Indiana, Omani, Perugia, Malice", "Indiana=place:indiana, Omani=OMN"},
		{"", ""},
	} {
		if got := show(test.text, g.Find(test.text)); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestFindForms(t *testing.T) {
	g := names(t)
	for text, want := range map[string]Form{
		"China": Name, "PRC": Acronym, "Chinese": Adjective, "Swedes": Demonym, "Sino-Thai": Prefix,
		"PLA": Force, "People's Liberation Army": Force, "Beijing": Capital, "Shanghai": Name, "Korean War": Decoy,
		"SCO": Acronym, "MONUC": Acronym, "Mexico": Name, "Georgia": Name,
	} {
		m := g.Find(text)
		if len(m) == 0 || m[0].Form != want {
			t.Errorf("%s: %+v, want the form %s", text, m, want)
		}
	}
	if m := g.Find("Beijing")[0]; m.Entry.Metonym != "country:CHN" {
		t.Errorf("Beijing stands for %q, want country:CHN", m.Entry.Metonym)
	}
	if m := g.Find("PLA")[0]; m.Entry.Country != "country:CHN" {
		t.Errorf("the PLA is a body of %q, want country:CHN", m.Entry.Country)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"China's U.S.-led Guinea-\nBissau", "Côte d’Ivoire\xff", "U.S.S.R. U.S", "Timor\u00ad‑Leste", "People's Republic of"} {
		f.Add(s)
	}
	g := names(f)
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range g.Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || m.Entry == nil {
				t.Fatalf("%q: match %d to %d after %d", text, m.Start, m.End, end)
			}
			end = m.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	g := names(b)
	text := strings.Repeat("In August 2007, within the framework of the SCO, China, Russia, Kazakhstan and two other countries held a joint exercise in the Xinjiang Uygur Autonomous Region and Chelyabinsk, focusing on the task of combating terrorism. ", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		g.Find(text)
	}
}

// TestStarts: every name begins as the first look at a word demands, accents and all.
func TestStarts(t *testing.T) {
	g, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, names := range g.names.ends {
		for _, n := range names {
			word := n.tokens[0]
			ways := []string{word, word[:1] + strings.ToUpper(word[1:])}
			if folded := string(foldWord(nil, word)); isUpper(word) && folded != "" {
				ways = append(ways, strings.ToUpper(folded[:1])+folded[1:])
			}
			for _, w := range ways {
				if !g.names.starts.has(w) {
					t.Errorf("no name begins with %q, says the set, but %q does", w, n.tokens)
				}
			}
		}
	}
}
