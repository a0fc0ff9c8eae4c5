package document

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	// A bar stands where a sentence ends.
	for _, test := range []string{
		"China held an exercise.|Russia took part.",
		"The U.S. Navy and the U.K. took part.|It was large.",
		"It was held in the U.S.|The exercise ended in May.",
		"Gen. Liang met Lt. Gen. Smith and Adm. Jones.|They talked.",
		"Resolution No. 1590 and Res. 1769 were adopted.|Both hold.",
		"He said no.|They left.",
		"It began on Jan. 5 and ended on Sept. 9, 2009.|China won.",
		"J. R. Smith and Donald J. Trump met.|They agreed.",
		"Ships, e.g. frigates, i.e. small ones, came.|They left.",
		"The 14th meeting took 3.5 hours.|The 15th was shorter.",
		"“We agree.”|They shook hands.",
		"\"Who won?\" he asked.|Nobody knew.",
		"Was it large?|Yes!|It was.",
		"He paused… and went on.|Then he left.",
		"He paused... They waited.",
		"XIII. International Security Cooperation",
		"1. The Parties shall cooperate.|They shall meet.",
		"Background. China has taken part since 1990.|It sent engineers.",
		"Japan, Australia et al. signed.|India did not.",
		"It met at 9 a.m. on Monday.|It ended at 5 p.m.|The day was long.",
		"The Dept. of Defense paid approx. $3.2 million.|It was spent.",
		"The ships (see Fig. 3) came.|They left.",
		"Raytheon Co. and Lockheed Martin Corp. built it.|It flew.",
		"China and Russia\nheld an exercise in\nMay.|It was\nlarge.",
		"Talks with the P.R.C. continued.|Others stopped.",
		"The seventh.|And the eighth.",
		"They met in Washington, D.C.|The talks were brief.",
		"The force reached St. Petersburg via Ft. Bragg.|It rested.",
	} {
		text := strings.ReplaceAll(test, "|", " ")
		var got []string
		for _, s := range Sentences(text, Span{0, len(text)}) {
			got = append(got, text[s.Start:s.End])
		}
		if joined := strings.Join(got, "|"); joined != test && !(strings.HasPrefix(test, "He paused...") && strings.ReplaceAll(joined, "|", " ") == test) {
			t.Errorf("got  %s\nwant %s", joined, test)
		}
	}
	text := "skip. One. Two. skip."
	if got := Sentences(text, Span{6, 15}); len(got) != 1 && len(got) != 2 || got[0].Start != 6 {
		t.Errorf("within a span: %v", got)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("The U.S. Navy. It\r\nsailed… “No.” 3.5 J. R. a.m.")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		end := 0
		for _, s := range Sentences(text, Span{0, len(text)}) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%v after %d", s, end)
			}
			if strings.TrimFunc(text[end:s.Start], isBlank) != "" {
				t.Fatalf("%q lies between", text[end:s.Start])
			}
			end = s.End
		}
		if strings.TrimFunc(text[end:], isBlank) != "" {
			t.Fatalf("%q lies behind", text[end:])
		}
	})
}
