# er (clinical) and OS in the cohort rotterdam.
# Cohort digest (SHA-256): 2159beed030710e7a297fa9c9f53557b578624692800ab191158772c4fd05031
library(survival)
all <- read.delim("er-clinical.tsv", check.names = FALSE)
d <- all[all$used == 1, ]

# hazard ratio of OS for one standard deviation more of er; 339 patients
x <- d$feature / sd(d$feature)
m <- coxph(Surv(months, event) ~ x, data = d, ties = "efron", control = coxph.control(eps = 1e-12, iter.max = 50))
summary(m)$conf.int["x", c(1, 3, 4)]; summary(m)$coefficients["x", "Pr(>|z|)"]

# hazard ratio of OS for one standard deviation more of er, adjusted for age, grade; 339 patients
x <- d$feature / sd(d$feature)
m <- coxph(Surv(months, event) ~ x + by_age + by_grade, data = d, ties = "efron", control = coxph.control(eps = 1e-12, iter.max = 50))
summary(m)$conf.int["x", c(1, 3, 4)]; summary(m)$coefficients["x", "Pr(>|z|)"]

# p of proportional hazards of OS by er; 339 patients
x <- d$feature
cox.zph(coxph(Surv(months, event) ~ x, data = d), transform = "km")$table["GLOBAL", "p"]

# concordance of OS by er; 339 patients
k <- concordance(Surv(months, event) ~ feature, data = d, reverse = TRUE)
k$concordance + c(0, -1, 1) * qnorm(0.975) * sqrt(k$var)

# log-rank p of OS by er; 339 patients
survdiff(Surv(months, event) ~ I(feature > 79), data = d)

# p of the best cut-off of OS by er; 339 patients
coin::maxstat_test(Surv(months, event) ~ feature, data = d, distribution = "asymptotic", minprob = 0.1, maxprob = 0.9)

# curves, medians, and numbers at risk of OS by er; 339 patients
f <- survfit(Surv(months, event) ~ I(feature > 79), data = d, conf.type = "log")
f; summary(f, times = 60)

# hazard ratio of er when endocrine therapy is given over that when it is not; 2982 patients
both <- all[all$both_arms == 1, ]
x <- both$feature / sd(both$feature)
m <- coxph(Surv(months, event) ~ x * given + by_age + by_grade, data = both, ties = "efron", control = coxph.control(eps = 1e-12, iter.max = 50))
summary(m)$conf.int["x:given", c(1, 3, 4)]; summary(m)$coefficients["x:given", "Pr(>|z|)"]
