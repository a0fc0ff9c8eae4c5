package document

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

// shown is a string on a page: where (points from the bottom left), in which size, bold or not.
type shown struct {
	x, y, size int
	bold       bool
	words      string
}

// makePDF writes a PDF whose pages show the given strings in Helvetica.
func makePDF(title string, pages ...[]shown) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 6+2*i)
	}
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), kids.String()))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
	object(fmt.Sprintf("<< /Title (%s) >>", title))
	for i, page := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>", 7+2*i))
		var content strings.Builder
		for _, s := range page {
			font := "R"
			if s.bold {
				font = "B"
			}
			words := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s.words)
			fmt.Fprintf(&content, "BT /%s %d Tf %d %d Td (%s) Tj ET\n", font, s.size, s.x, s.y, words)
		}
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", content.Len(), content.String()))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

func TestPDF(t *testing.T) {
	head := func(n int) []shown {
		return []shown{{72, 800, 9, false, fmt.Sprintf("White Paper 2010 - page %d", n)}, {290, 30, 9, false, fmt.Sprint(n)}}
	}
	pages := [][]shown{
		append(head(1),
			shown{72, 760, 24, true, "Military Cooperation"},
			shown{72, 720, 16, true, "Exercises"},
			shown{72, 690, 11, false, "In 2010 China and Thailand held a marine training exercise named Blue Assault near Satta-"},
			shown{72, 676, 11, false, "hip, and the two well-known corps sent some hundreds of troops each to the training grounds"},
			shown{72, 662, 11, false, "on the coast. It was the first of its kind. The second was planned for the year after in the prov-"},
			shown{72, 648, 11, false, "ince of Guangdong, and other well-"}),
		append(head(2),
			shown{72, 760, 11, false, "known partners were asked to watch."},
			shown{72, 730, 11, false, "A second paragraph stands apart from the first, and it is wide enough to reach the margin."},
			shown{72, 716, 11, false, "It ends here."},
			shown{72, 680, 11, true, "Personnel by Year"},
			shown{72, 650, 11, false, "Country"}, shown{250, 650, 11, false, "2009"}, shown{350, 650, 11, false, "2010"},
			shown{72, 636, 11, false, "China"}, shown{250, 636, 11, false, "120"}, shown{350, 636, 11, false, "134"},
			shown{72, 622, 11, false, "Thailand"}, shown{250, 622, 11, false, "140"}, shown{350, 622, 11, false, "126"}),
		append(head(3), shown{72, 760, 11, false, "\x95 Bold words need no exercise."}, shown{72, 740, 11, false, "The last paragraph of the paper."}),
	}
	d, err := Read("paper.pdf", makePDF("paper.indd", pages...), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	invariants(t, d)
	compare(t, "testdata/paper.pdf.golden", dump(d))
	named, err := Read("paper.pdf", makePDF("A White Paper", pages...), Meta{})
	if err != nil || named.Title != "A White Paper" {
		t.Errorf("the title is %q, %v", named.Title, err)
	}
	if _, err := Read("scan.pdf", makePDF("", nil, nil), Meta{}); err == nil || !strings.Contains(err.Error(), "text recognition") {
		t.Errorf("a scan: %v", err)
	}
	locked, err := os.ReadFile("testdata/encrypted.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read("locked.pdf", locked, Meta{}); err == nil || !strings.Contains(err.Error(), "is encrypted") {
		t.Errorf("an encrypted file: %v", err)
	}
}
