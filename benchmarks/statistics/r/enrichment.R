ranked_statistics <- function() {
  d <- fread(data_file("ranks_20000.tsv"))
  setNames(d$stat, d$gene)
}

enrich <- function(calculation) {
  function() {
    need("fgsea")
    sets <- gene_sets(1000)
    statistics <- ranked_statistics()
    function() {
      set.seed(1)
      sum(suppressWarnings(calculation(sets, statistics))$ES)
    }
  }
}

jobs$gsea <- list(
  fgseaMultilevel = enrich(function(sets, statistics) {
    fgsea::fgseaMultilevel(sets, statistics, minSize = 15, maxSize = 500, eps = 0, nproc = 1)
  }),
  fgseaSimple_1000 = enrich(function(sets, statistics) {
    fgsea::fgseaSimple(sets, statistics, nperm = 1000, minSize = 15, maxSize = 500, nproc = 1)
  })
)

jobs$ora <- list(
  fora = function() {
    need("fgsea")
    sets <- gene_sets(1000)
    query <- fread(data_file("ora_query_500.tsv"))$gene
    universe <- names(ranked_statistics())
    function() {
      for (i in 1:10) r <- fgsea::fora(sets, query, universe)
      sum(r$pval)
    }
  },
  own_phyper = function() {
    sets <- gene_sets(1000)
    query <- fread(data_file("ora_query_500.tsv"))$gene
    universe <- names(ranked_statistics())
    function() {
      for (i in 1:10) {
        sizes <- lengths(sets)
        overlaps <- vapply(relist(match(unlist(sets), query, 0L) > 0L, sets), sum, 1L)
        p <- phyper(overlaps - 1, sizes, length(universe) - sizes, length(query), lower.tail = FALSE)
        adjusted <- p.adjust(p, "BH")
      }
      sum(p)
    }
  }
)
