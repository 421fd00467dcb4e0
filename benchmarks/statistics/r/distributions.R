# What every screen of 20,000 features ends with, a hundred times: p values of its statistics, and their adjustment.
statistics_of_screen <- function() {
  i <- 0:19999
  qnorm(((i * 7919) %% 20000 + 0.5) / 20000) * ifelse(i %% 10 == 0, 3, 1)
}

p_values_of_screen <- function() 2 * pt(-abs(statistics_of_screen()), 58.3)

hundredfold <- function(prepare, calculation) {
  function() {
    x <- prepare()
    function() {
      for (i in 1:100) value <- calculation(x)
      sum(value)
    }
  }
}

jobs$t_tails <- list(pt = hundredfold(statistics_of_screen, function(t) log(2) + pt(-abs(t), 58.3, log.p = TRUE)))
jobs$normal_tails <- list(pnorm = hundredfold(statistics_of_screen, function(z) log(2) + pnorm(-abs(z), log.p = TRUE)))
jobs$chisq_tails <- list(pchisq = hundredfold(function() statistics_of_screen()^2, function(x) pchisq(x, 1, lower.tail = FALSE, log.p = TRUE)))
jobs$p_adjust <- list(BH = hundredfold(p_values_of_screen, function(p) p.adjust(p, "BH")))
