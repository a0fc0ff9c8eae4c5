package evaluate

import "math"

// assignment pairs each row with at most one column so that the sum of weights is
// the greatest, and returns each row's column or -1. It is the Hungarian method with potentials
// (Kuhn 1955, Munkres 1957), in O(rows² · columns); empty columns stand in for no partner.
func assignment(weights [][]float64) []int {
	rows := len(weights)
	if rows == 0 {
		return nil
	}
	columns := len(weights[0]) + rows
	cost := func(i, j int) float64 {
		if j < len(weights[i]) {
			return -weights[i][j]
		}
		return 0
	}
	u, v := make([]float64, rows+1), make([]float64, columns+1)
	match, way := make([]int, columns+1), make([]int, columns+1) // 1-based; 0 is none
	for i := 1; i <= rows; i++ {
		match[0] = i
		least, used := make([]float64, columns+1), make([]bool, columns+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		j0 := 0
		for match[j0] != 0 {
			used[j0] = true
			delta, j1 := math.Inf(1), 0
			for j := 1; j <= columns; j++ {
				if used[j] {
					continue
				}
				if c := cost(match[j0]-1, j-1) - u[match[j0]] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= columns; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			match[j0] = match[way[j0]]
			j0 = way[j0]
		}
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	for j := 1; j <= len(weights[0]); j++ {
		if match[j] != 0 {
			out[match[j]-1] = j - 1
		}
	}
	return out
}
