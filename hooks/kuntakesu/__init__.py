"""KuntaKesu: the domain of the catalogue, free of any site engine."""
