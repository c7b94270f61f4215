/*
 * A baseline for the scoring core: sections 1 to 9 of docs/model.md transcribed directly into C, with the default
 * policy and an unfunded demand of 250,000 as tables. Compiled by `npm run bench` where there is a C compiler.
 *
 * In: the number of deals, then one deal a line: amount grossMargin leadTimeDays paymentDaysAfterDelivery cashPosition
 * termsImportance urgency relationship forecast neededInDays daysBeyondTerms (bands from 0, -1 unknown; days nan unknown).
 * Out: the median microseconds per deal, then one deal a line: negotiability expectedGain voiCash voiTerms voiUrgency
 * nOffers, and for each offer: discount openingDiscount acceptance nashValue sellerGain.
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FIELDS = 3, CASH = 0, TERMS = 1, URGENCY = 2, MAX_VALUES = 5, MAX_TRANCHES = 2, MAX_PACKAGES = 56, MAX_OFFERS = 3, PASSES = 3 };
enum { NEW, ESTABLISHED };
enum { WILLING, UNWILLING };

typedef enum { ORDER, DELIVERY } Anchor;
typedef struct { double share; Anchor anchor; double days; } Tranche;
typedef struct { int count; Tranche tranches[MAX_TRANCHES]; } Plan;
typedef struct { double low, mode, high; } Triangle;

/* Section 3: the policy. */
static const double BORROWING_RATE = 0.14;
static const double UNFUNDED_COST = 250000, CONTRIBUTION_MARGIN = 0.2, CYCLE_DAYS = 120, CERTAINTY = 0.6;
static const double SUPPLIER_PAYMENT_DAY = 0;
static const double EXPEDITE_FIXED_COST = 250, EXPEDITE_COST_PER_DAY = 0.002, MIN_LEAD_TIME_DAYS = 14;
static const double FORECAST_COST_SAVING = 0.03, FORECAST_CUSTOMER_EFFORT = 0.002;
static const double DISCOUNT_MAX = 0.15, MAX_PREMIUM = 0.06, STEP = 0.005, MARGIN_FLOOR = 0.1;
static const double MATERIAL_SELLER = 0.005, MATERIAL_CUSTOMER = 0.0025;
static const double RESPONSE_NOISE = 0.01;
static const double CUSTOMER_POWER = 0.5;
static const double MIN_ACCEPTANCE = 0.5;
static const bool ALLOW_LONGER_TERMS = false;
static const double URGENCY_HORIZON_DAYS = 30;

enum { SPEEDS = 4, POLICY_OPTIONS = 6 };
static const double DAYS_SAVED[SPEEDS] = { 0, 7, 14, 21 };
static const Plan POLICY_PLANS[POLICY_OPTIONS] = {
  { 1, { { 1, DELIVERY, -30 } } },
  { 1, { { 1, DELIVERY, 0 } } },
  { 2, { { 0.5, ORDER, 0 }, { 0.5, DELIVERY, 30 } } },
  { 1, { { 1, DELIVERY, 14 } } },
  { 1, { { 1, DELIVERY, 30 } } },
  { 1, { { 1, DELIVERY, 60 } } },
};

static const int BANDS[FIELDS] = { 5, 4, 4 };
static const Triangle BELIEFS[FIELDS][MAX_VALUES] = {
  { { 0.16, 0.24, 0.36 }, { 0.09, 0.13, 0.2 }, { 0.05, 0.07, 0.1 }, { 0.02, 0.035, 0.06 }, { 0.005, 0.015, 0.03 } },
  { { 1, 1, 1.2 }, { 1.2, 1.5, 2 }, { 1.5, 2.5, 4 }, { 3, 5, 8 } },
  { { 0, 0, 0 }, { 0.0005, 0.001, 0.002 }, { 0.001, 0.002, 0.004 }, { 0.004, 0.008, 0.016 } },
};
static const double PRIORS[FIELDS][MAX_VALUES] = {
  { 0.1, 0.25, 0.35, 0.2, 0.1 },
  { 0.3, 0.3, 0.3, 0.1 },
  { 0.5, 0.3, 0.15, 0.05 },
};
/* The last of each is for an unknown band. */
static const double DEFAULT_HAZARD[] = { 0.06, 0.03, 0.015, 0.007, 0.003, 0.015 };
static const double TERMS_FRICTION[] = { 0, 0.001, 0.004, 0.01, 0.003 };
static const double PREPAYMENT_RISK[] = { 0.05, 0.015, 0.03 };

/* Section 2: a deal. */
typedef struct {
  double amount, gross_margin, lead_time_days;
  Plan plan;
  int bands[FIELDS];
  int relationship, forecast;
  double needed_in_days, days_beyond_terms;
} Deal;

/* Section 6: the values of an uncertain input. */
typedef struct { int count; double value[MAX_VALUES], weight[MAX_VALUES], centre; } Belief;

/* Section 5: a package, and what section 7 finds in it. */
typedef struct { bool found; double discount, worth, acceptance; } Choice;
typedef struct {
  int option;
  const Plan *plan;
  double days_saved, lead_time_days, expedite_cost, forecast_saving;
  bool forecast;
  double a, b, centre_c, centre_e;
  Choice fair, opening;
  double agreement;
} Package;

/* Section 9: the result. */
typedef struct { double revenue, cost, margin, margin_rate, terms_days, lead_time_days, cash_cycle_days, annual_return_on_cash; } Position;
typedef struct {
  int option;
  double days_saved;
  bool forecast;
  double discount, opening_discount, opening_acceptance, customer_limit, seller_limit;
  double acceptance, agreement_probability, seller_gain, customer_gain, nash_value, implied_annual_rate;
  Position after;
} Offer;
typedef enum { LOW, MEDIUM, HIGH } Band;
typedef enum { HOLD, EXPLORE, TRADE } Verdict;
typedef struct {
  double cost_of_cash, negotiability, expected_gain;
  int answers_known;
  Band band;
  Verdict verdict;
  Position before;
  int packages_considered;
  double value_of_information[FIELDS];
  int next_question;
  int offer_count;
  Offer offers[MAX_OFFERS];
} Result;

/* Section 1: conventions. */
static double discount_factor(double rate, double days) {
  return pow(1 + rate, -days / 365);
}

static double due_day(const Tranche *tranche, double lead_time_days, double lateness) {
  double day = fmax(0, (tranche->anchor == DELIVERY ? lead_time_days : 0) + tranche->days);
  return day > lead_time_days ? day + lateness * fmin(1, (day - lead_time_days) / 30) : day;
}

static double mean_payment_day(const Plan *plan, double lead_time_days, double lateness) {
  double sum = 0;
  for (int t = 0; t < plan->count; t++) sum += plan->tranches[t].share * due_day(&plan->tranches[t], lead_time_days, lateness);
  return sum;
}

static double prepaid_share(const Plan *plan, double lead_time_days, double lateness) {
  double sum = 0;
  for (int t = 0; t < plan->count; t++) {
    if (due_day(&plan->tranches[t], lead_time_days, lateness) < lead_time_days) sum += plan->tranches[t].share;
  }
  return sum;
}

/* Section 4: the seller's cost of cash. */
static double cost_of_cash(double amount) {
  double g = CERTAINTY * CONTRIBUTION_MARGIN / (1 - CONTRIBUTION_MARGIN);
  double shadow = pow(1 + g, 365 / CYCLE_DAYS) - 1;
  double u = fmin(1, UNFUNDED_COST / amount);
  return u * fmax(BORROWING_RATE, shadow) + (1 - u) * BORROWING_RATE;
}

/* Section 5: present values. */
static double seller_present_value(double rate, double hazard, const Plan *plan, double lead_time_days, double lateness) {
  double sum = 0;
  for (int t = 0; t < plan->count; t++) {
    double due = due_day(&plan->tranches[t], lead_time_days, lateness);
    sum += plan->tranches[t].share * discount_factor(rate, due) * discount_factor(hazard, fmax(0, due - lead_time_days));
  }
  return sum;
}

static double customer_present_value(double rate, const Plan *plan, double lead_time_days, double lateness) {
  double sum = 0;
  for (int t = 0; t < plan->count; t++) {
    sum += plan->tranches[t].share * discount_factor(rate, due_day(&plan->tranches[t], lead_time_days, lateness));
  }
  return sum;
}

/* Section 6: uncertainty. */
static double quantile(const Triangle *t, double u) {
  if (t->high <= t->low) return t->low;
  double width = t->high - t->low;
  if (u < (t->mode - t->low) / width) return t->low + sqrt(u * width * (t->mode - t->low));
  return t->high - sqrt((1 - u) * width * (t->high - t->mode));
}

static Belief belief_of(const Deal *deal, int field) {
  static const double levels[MAX_VALUES] = { 0.1, 0.3, 0.5, 0.7, 0.9 };
  Belief belief = { 0 };
  int band = deal->bands[field];
  if (band >= 0) {
    belief.count = MAX_VALUES;
    for (int k = 0; k < belief.count; k++) {
      belief.value[k] = quantile(&BELIEFS[field][band], levels[k]);
      belief.weight[k] = 1.0 / MAX_VALUES;
    }
    belief.centre = BELIEFS[field][band].mode;
    return belief;
  }
  double total = 0;
  belief.count = BANDS[field];
  for (int k = 0; k < belief.count; k++) {
    bool ruled_out = field == URGENCY && k == 0 && !isnan(deal->needed_in_days) && deal->needed_in_days < deal->lead_time_days;
    belief.value[k] = quantile(&BELIEFS[field][k], 0.5);
    belief.weight[k] = ruled_out ? 0 : PRIORS[field][k];
    total += belief.weight[k];
  }
  for (int k = 0; k < belief.count; k++) {
    belief.weight[k] /= total;
    belief.centre += belief.weight[k] * belief.value[k];
  }
  return belief;
}

/* Section 8: position before and after. */
static Position position_of(const Deal *deal, const Plan *plan, double lead_time_days, double lateness, double discount, double expedite_cost, double forecast_saving) {
  Position position;
  double mean_day = mean_payment_day(plan, lead_time_days, lateness);
  position.revenue = deal->amount * (1 - discount);
  position.cost = deal->amount * (1 - deal->gross_margin) - forecast_saving + expedite_cost;
  position.margin = position.revenue - position.cost;
  position.margin_rate = position.margin / position.revenue;
  position.terms_days = mean_day - lead_time_days;
  position.lead_time_days = lead_time_days;
  position.cash_cycle_days = mean_day - SUPPLIER_PAYMENT_DAY;
  position.annual_return_on_cash = position.cash_cycle_days < 1 ? NAN : position.margin / position.cost * 365 / position.cash_cycle_days;
  return position;
}

/* Section 7: a later choice must be better beyond rounding. */
static void choose(Choice *choice, double amount, double discount, double worth, double acceptance) {
  if (choice->found && worth <= choice->worth + 1e-9 * amount) return;
  *choice = (Choice){ true, discount, worth, acceptance };
}

/* Sections 1 to 9 for one deal. */
static void score_deal(const Deal *deal, Result *result) {
  const double A = deal->amount, K = A * (1 - deal->gross_margin), L0 = deal->lead_time_days;
  const double lateness = isnan(deal->days_beyond_terms) ? 0 : deal->days_beyond_terms;
  const double needed = isnan(deal->needed_in_days) ? L0 - URGENCY_HORIZON_DAYS : deal->needed_in_days;
  const double rate = cost_of_cash(A);
  const double hazard = DEFAULT_HAZARD[deal->bands[CASH] >= 0 ? deal->bands[CASH] : BANDS[CASH]];
  const double friction = TERMS_FRICTION[deal->bands[TERMS] >= 0 ? deal->bands[TERMS] : BANDS[TERMS]];
  const double risk = PREPAYMENT_RISK[deal->relationship >= 0 ? deal->relationship : ESTABLISHED + 1];

  /* 6. uncertainty */
  Belief belief[FIELDS];
  for (int field = 0; field < FIELDS; field++) belief[field] = belief_of(deal, field);
  const Belief *cash = &belief[CASH], *terms = &belief[TERMS], *urgency = &belief[URGENCY];
  double weight[MAX_VALUES][MAX_VALUES][MAX_VALUES];
  for (int i = 0; i < cash->count; i++) {
    for (int j = 0; j < terms->count; j++) {
      for (int k = 0; k < urgency->count; k++) weight[i][j][k] = cash->weight[i] * terms->weight[j] * urgency->weight[k];
    }
  }

  /* 5. what every package is held against: the deal as it is today */
  const double mean_day_today = mean_payment_day(&deal->plan, L0, lateness);
  const double prepaid_today = prepaid_share(&deal->plan, L0, lateness);
  const double seller_today = A * seller_present_value(rate, hazard, &deal->plan, L0, lateness);
  const double cost_factor = discount_factor(rate, SUPPLIER_PAYMENT_DAY);
  double customer_today[MAX_VALUES];
  for (int i = 0; i < cash->count; i++) customer_today[i] = A * customer_present_value(cash->value[i], &deal->plan, L0, lateness);
  const double centre_today = A * customer_present_value(cash->centre, &deal->plan, L0, lateness);

  Package packages[MAX_PACKAGES];
  int package_count = 0;
  double most_agreement = 0, expected_gain = 0;
  double gain_when[FIELDS][MAX_VALUES] = { { 0 } };

  for (int option = 0; option <= POLICY_OPTIONS; option++) {
    const Plan *plan = option == 0 ? &deal->plan : &POLICY_PLANS[option - 1];
    double moved = mean_payment_day(plan, L0, lateness) - mean_day_today;
    if (option > 0 && fabs(moved) < 1e-9) continue;
    if (moved > 0 && !ALLOW_LONGER_TERMS) continue;
    bool shorter = moved < -1e-9;
    for (int speed = 0; speed < SPEEDS; speed++) {
      double x = DAYS_SAVED[speed], L = L0 - x;
      if (x > 0 && L < MIN_LEAD_TIME_DAYS) continue;
      for (int forecast = 0; forecast <= (deal->forecast == WILLING ? 1 : 0); forecast++) {
        if (option == 0 && speed == 0 && !forecast) continue;

        /* 5. gains of the package */
        double E = x > 0 ? EXPEDITE_FIXED_COST + EXPEDITE_COST_PER_DAY * A * x : 0;
        double F = forecast ? FORECAST_COST_SAVING * K : 0;
        double b = A * seller_present_value(rate, hazard, plan, L, lateness);
        double a = b - seller_today + (F - E) * cost_factor;
        double more_prepaid = fmax(0, prepaid_share(plan, L, lateness) - prepaid_today);
        double fixed = (forecast ? FORECAST_CUSTOMER_EFFORT * A : 0) + (shorter ? friction * A : 0) + risk * A * more_prepaid;
        double sooner = A * (fmax(0, L0 - needed) - fmax(0, L - needed));
        double c[MAX_VALUES][MAX_VALUES][MAX_VALUES], e[MAX_VALUES];
        for (int i = 0; i < cash->count; i++) {
          e[i] = A * customer_present_value(cash->value[i], plan, L, lateness);
          double tau = e[i] - customer_today[i];
          for (int j = 0; j < terms->count; j++) {
            double shift = tau > 0 && shorter ? terms->value[j] * tau : tau;
            for (int k = 0; k < urgency->count; k++) c[i][j][k] = -shift + urgency->value[k] * sooner - fixed;
          }
        }
        double centre_e = A * customer_present_value(cash->centre, plan, L, lateness);
        double centre_tau = centre_e - centre_today;
        double centre_c = -(centre_tau > 0 && shorter ? terms->centre * centre_tau : centre_tau) + urgency->centre * sooner - fixed;

        Package *package = &packages[package_count++];
        *package = (Package){ .option = option, .plan = plan, .days_saved = x, .lead_time_days = L, .expedite_cost = E, .forecast_saving = F,
                              .forecast = forecast, .a = a, .b = b, .centre_c = centre_c, .centre_e = centre_e };

        /* 7. the material discounts, from the lowest up */
        double cap = fmin(DISCOUNT_MAX, 1 - (K - F + E) / (A * (1 - MARGIN_FLOOR)));
        int first = (int)ceil(-MAX_PREMIUM / STEP - 1e-9), last = (int)floor(cap / STEP + 1e-9);
        for (int step = first; step <= last; step++) {
          double d = step * STEP, seller_gain = a - b * d;
          if (seller_gain < MATERIAL_SELLER * A - 1e-9 * A) break;
          double acceptance = 0, nash = 0;
          double agreed[FIELDS][MAX_VALUES] = { { 0 } };
          for (int i = 0; i < cash->count; i++) {
            for (int j = 0; j < terms->count; j++) {
              for (int k = 0; k < urgency->count; k++) {
                double gain = c[i][j][k] + e[i] * d;
                double q = 1 / (1 + exp(-(gain - MATERIAL_CUSTOMER * A) / (RESPONSE_NOISE * A)));
                double yes = weight[i][j][k] * q;
                acceptance += yes;
                agreed[CASH][i] += yes;
                agreed[TERMS][j] += yes;
                agreed[URGENCY][k] += yes;
                if (gain > 0) nash += yes * (CUSTOMER_POWER == 0.5 ? sqrt(gain) : pow(gain, CUSTOMER_POWER));
              }
            }
          }
          nash *= pow(fmax(0, seller_gain), 1 - CUSTOMER_POWER);

          if (acceptance >= MIN_ACCEPTANCE - 1e-9 && centre_c + centre_e * d >= -1e-9 * A) choose(&package->fair, A, d, nash, acceptance);
          choose(&package->opening, A, d, acceptance * seller_gain, acceptance);
          package->agreement = acceptance;
          expected_gain = fmax(expected_gain, acceptance * seller_gain);
          for (int field = 0; field < FIELDS; field++) {
            for (int k = 0; k < belief[field].count; k++) {
              if (belief[field].weight[k] == 0) continue;
              gain_when[field][k] = fmax(gain_when[field][k], agreed[field][k] * seller_gain / belief[field].weight[k]);
            }
          }
        }
        most_agreement = fmax(most_agreement, package->agreement);
      }
    }
  }

  /* 7. score */
  result->cost_of_cash = rate;
  result->packages_considered = package_count;
  result->negotiability = 100 * most_agreement;
  result->expected_gain = expected_gain;
  result->answers_known = 0;
  result->next_question = -1;
  double highest = 0;
  for (int field = 0; field < FIELDS; field++) {
    double informed = 0;
    for (int k = 0; k < belief[field].count; k++) informed += belief[field].weight[k] * gain_when[field][k];
    result->value_of_information[field] = informed - expected_gain;
    if (deal->bands[field] >= 0) {
      result->answers_known++;
    } else if (result->value_of_information[field] > highest + 1e-9 * A) {
      highest = result->value_of_information[field];
      result->next_question = field;
    }
  }

  /* 7. menu: the best package of each of up to three payment options; equal to rounding, the first in order */
  bool taken[POLICY_OPTIONS + 1] = { false };
  result->offer_count = 0;
  while (result->offer_count < MAX_OFFERS) {
    const Package *top = NULL;
    for (int p = 0; p < package_count; p++) {
      const Package *package = &packages[p];
      if (!package->fair.found || !package->opening.found || taken[package->option]) continue;
      if (top == NULL || package->fair.worth > top->fair.worth + 1e-12 * A) top = package;
    }
    if (top == NULL) break;
    taken[top->option] = true;
    double d = top->fair.discount;
    double earlier = mean_day_today - mean_payment_day(top->plan, top->lead_time_days, lateness);
    bool days_alone = top->days_saved == 0 && !top->forecast;
    result->offers[result->offer_count++] = (Offer){
      .option = top->option,
      .days_saved = top->days_saved,
      .forecast = top->forecast,
      .discount = d,
      .opening_discount = top->opening.discount,
      .opening_acceptance = top->opening.acceptance,
      .customer_limit = (MATERIAL_CUSTOMER * A - top->centre_c) / top->centre_e,
      .seller_limit = (top->a - MATERIAL_SELLER * A) / top->b,
      .acceptance = top->fair.acceptance,
      .agreement_probability = top->agreement,
      .seller_gain = top->a - top->b * d,
      .customer_gain = top->centre_c + top->centre_e * d,
      .nash_value = top->fair.worth,
      .implied_annual_rate = days_alone && d > 1e-12 && earlier > 1e-9 ? pow(1 - d, -365 / earlier) - 1 : NAN,
      .after = position_of(deal, top->plan, top->lead_time_days, lateness, d, top->expedite_cost, top->forecast_saving),
    };
  }

  /* 7. band and verdict, 8. position today */
  bool high = result->negotiability >= 70 && result->answers_known >= 2;
  result->band = high ? HIGH : result->negotiability >= 40 ? MEDIUM : LOW;
  result->verdict = high && result->offer_count > 0 ? TRADE : result->negotiability >= 30 || result->next_question >= 0 ? EXPLORE : HOLD;
  result->before = position_of(deal, &deal->plan, L0, lateness, 0, 0, 0);
}

static bool read_deal(Deal *deal) {
  double payment_days;
  int read = scanf("%lf %lf %lf %lf %d %d %d %d %d %lf %lf", &deal->amount, &deal->gross_margin, &deal->lead_time_days, &payment_days,
                   &deal->bands[CASH], &deal->bands[TERMS], &deal->bands[URGENCY], &deal->relationship, &deal->forecast,
                   &deal->needed_in_days, &deal->days_beyond_terms);
  deal->plan = (Plan){ 1, { { 1, DELIVERY, payment_days } } };
  return read == 11;
}

static void write_result(const Result *result) {
  printf("%.17g %.17g", result->negotiability, result->expected_gain);
  for (int field = 0; field < FIELDS; field++) printf(" %.17g", result->value_of_information[field]);
  printf(" %d", result->offer_count);
  for (int o = 0; o < result->offer_count; o++) {
    const Offer *offer = &result->offers[o];
    printf(" %.17g %.17g %.17g %.17g %.17g", offer->discount, offer->opening_discount, offer->acceptance, offer->nash_value, offer->seller_gain);
  }
  printf("\n");
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int ascending(const void *left, const void *right) {
  double l = *(const double *)left, r = *(const double *)right;
  return (l > r) - (l < r);
}

int main(void) {
  int count;
  if (scanf("%d", &count) != 1 || count < 1) return EXIT_FAILURE;
  Deal *deals = calloc((size_t)count, sizeof *deals);
  Result *results = calloc((size_t)count, sizeof *results);
  if (deals == NULL || results == NULL) return EXIT_FAILURE;
  for (int n = 0; n < count; n++) {
    if (!read_deal(&deals[n])) return EXIT_FAILURE;
  }

  for (int n = 0; n < count; n++) score_deal(&deals[n], &results[n]);
  double taken[PASSES];
  for (int pass = 0; pass < PASSES; pass++) {
    double start = seconds();
    for (int n = 0; n < count; n++) score_deal(&deals[n], &results[n]);
    taken[pass] = seconds() - start;
  }
  qsort(taken, PASSES, sizeof taken[0], ascending);

  printf("%.3f\n", taken[PASSES / 2] * 1e6 / count);
  for (int n = 0; n < count; n++) write_result(&results[n]);
  free(deals);
  free(results);
  return EXIT_SUCCESS;
}
