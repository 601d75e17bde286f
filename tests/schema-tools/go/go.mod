module worthwhile-go-check

go 1.19

require made v0.0.0

replace made => ../made/go
