package graph

// folds maps lowercase letters with diacritics, and ligatures, of the Latin script
// (Unicode blocks Latin-1 Supplement, Latin Extended-A, -B and Additional) to ASCII:
// their compatibility decomposition without its combining marks, and for letters that
// have none (ø, đ, ə) the letter that readers put in their place.
var folds = foldTable()

func foldTable() map[rune]string {
	table := map[rune]string{}
	for _, row := range []struct{ ascii, letters string }{
		{"a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ"},
		{"ae", "æǽǣ"},
		{"b", "ḃḅḇƀɓ"},
		{"c", "çćĉċčḉ"},
		{"d", "ďḋḍḏḑḓđðɖɗ"},
		{"dz", "ǆǳ"},
		{"e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệəǝɛ"},
		{"f", "ḟ"},
		{"g", "ĝğġģǧǵḡǥɠ"},
		{"h", "ĥȟḣḥḧḩḫẖħ"},
		{"i", "ìíîïĩīĭįǐȉȋḭḯỉịıɨ"},
		{"ij", "ĳ"},
		{"j", "ĵǰ"},
		{"k", "ķǩḱḳḵƙ"},
		{"l", "ĺļľŀḷḹḻḽłƚ"},
		{"lj", "ǉ"},
		{"m", "ḿṁṃ"},
		{"n", "ñńņňŉǹṅṇṉṋ"},
		{"ng", "ŋ"},
		{"nj", "ǌ"},
		{"o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿɔ"},
		{"oe", "œ"},
		{"p", "ṕṗ"},
		{"r", "ŕŗřȑȓṙṛṝṟ"},
		{"s", "śŝşšſșṡṣṥṧṩẛ"},
		{"ss", "ß"},
		{"t", "ţťțṫṭṯṱẗŧƭ"},
		{"th", "þ"},
		{"u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựʉ"},
		{"v", "ṽṿ"},
		{"w", "ŵẁẃẅẇẉẘ"},
		{"x", "ẋẍ"},
		{"y", "ýÿŷȳẏẙỳỵỷỹƴ"},
		{"z", "źżžẑẓẕƶ"},
	} {
		for _, r := range row.letters {
			table[r] = row.ascii
		}
	}
	return table
}
