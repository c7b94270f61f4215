/*
 * A baseline for the scoring core: sections 1 to 9 of docs/model.md transcribed directly into C, with the default policy and an unfunded
 * demand of 250,000 as tables. Every chance of a yes is worked out once and kept. Compiled by `npm run bench` where there is a C compiler.
 *
 * In: the number of deals, then one deal a line: amount grossMargin leadTimeDays paymentDaysAfterDelivery cashPosition
 * termsImportance urgency relationship forecast neededInDays daysBeyondTerms statedCostOfCash statedLossPerDay (bands from 0, -1 unknown;
 * numbers nan unknown) nAnswers, and for each answer: paymentDaysAfterDelivery leadTimeDays forecast discount said (0 yes, 1 more, 2 no).
 * Out: the median microseconds of processor time per deal, then one deal a line: negotiability expectedGain voiCash voiTerms voiUrgency
 * trialDiscount trialChance trialValue (nan for none) nOffers, and for each offer: discount openingDiscount acceptance agreementProbability nashValue
 * sellerGain sellerGainAtBankRate breakEvenRate (nan for none).
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FIELDS = 3, CASH = 0, TERMS = 1, URGENCY = 2, MAX_VALUES = 5, MAX_NODES = 125, MAX_TRANCHES = 2, MAX_PACKAGES = 72, MAX_STEPS = 48, MAX_OFFERS = 3, MAX_ANSWERS = 20, PASSES = 3 };
enum { NEW, ESTABLISHED };
enum { WILLING, UNWILLING };
enum { YES, MORE, NO };

typedef enum { ORDER, DELIVERY } Anchor;
typedef struct { double share; Anchor anchor; double days; } Tranche;
typedef struct { int count; Tranche tranches[MAX_TRANCHES]; } Plan;
typedef struct { double low, mode, high; } Triangle;

/* Section 3: the policy. */
static const double BORROWING_RATE = 0.09;
static const double FACTORING_MONTHLY_FEE = 0, FACTORING_ADVANCE = 0; /* none */
static const double UNFUNDED_COST = 250000, CONTRIBUTION_MARGIN = 0.2, CYCLE_DAYS = 120, CERTAINTY = 0.6;
static const double SUPPLIER_PAYMENT_DAY = 0;
static const double EXPEDITE_FIXED_COST = 250, EXPEDITE_COST_PER_DAY = 0.002, MIN_LEAD_TIME_DAYS = 14;
static const double FORECAST_COST_SAVING = 0.03, FORECAST_CUSTOMER_EFFORT = 0.002;
static const double DISCOUNT_MAX = 0.15, MAX_PREMIUM = 0.06, STEP = 0.005, KEEP_OF_MARGIN = 0.5;
static const double MATERIAL_SELLER = 0.005, MATERIAL_SELLER_MONEY = 50, MATERIAL_CUSTOMER = 0.0025;
static const double RESPONSE_NOISE = 0.01, SILENCE = 0.1, REFUSAL_COST = 0.001;
static const double CUSTOMER_POWER = 0.5;
static const double MIN_ACCEPTANCE = 0.5;
static const bool ALLOW_LONGER_TERMS = false;
static const double URGENCY_HORIZON_DAYS = 30, STATED_SPREAD = 0.3, WORTH_ASKING = 0.0005;

enum { SPEEDS = 4, POLICY_OPTIONS = 8, PLANNED_OPTIONS = 6 };
static const double DAYS_SAVED[SPEEDS] = { 0, 7, 14, 21 };
static const Plan POLICY_PLANS[PLANNED_OPTIONS] = {
  { 1, { { 1, DELIVERY, 0 } } },
  { 1, { { 1, DELIVERY, -30 } } },
  { 2, { { 0.5, ORDER, 0 }, { 0.5, DELIVERY, 30 } } },
  { 1, { { 1, DELIVERY, 14 } } },
  { 1, { { 1, DELIVERY, 30 } } },
  { 1, { { 1, DELIVERY, 60 } } },
};
static const double BALANCE_DAYS[POLICY_OPTIONS - PLANNED_OPTIONS] = { 0, 30 };

static const int BANDS[FIELDS] = { 5, 4, 4 };
static const Triangle BELIEFS[FIELDS][MAX_VALUES] = {
  { { 0.16, 0.24, 0.36 }, { 0.09, 0.13, 0.2 }, { 0.05, 0.07, 0.1 }, { 0.02, 0.035, 0.06 }, { 0.005, 0.015, 0.03 } },
  { { 0, 0, 0.01 }, { 0.01, 0.03, 0.08 }, { 0.04, 0.12, 0.25 }, { 0.25, 0.5, 0.9 } },
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
typedef struct { Plan plan; double lead_time_days; bool forecast; double discount; int said; } Answer;
typedef struct {
  double amount, gross_margin, lead_time_days;
  Plan plan;
  int bands[FIELDS];
  int relationship, forecast;
  double needed_in_days, days_beyond_terms, stated_cost_of_cash, stated_loss_per_day;
  int answer_count;
  Answer answers[MAX_ANSWERS];
} Deal;

/* Section 6: the values of an uncertain input; a node is a customer, open or closed. */
typedef struct { int count; double value[MAX_VALUES], weight[MAX_VALUES]; } Belief;
typedef struct { double r, k, v, open, closed; int at[FIELDS]; } Node;

/* Section 5: a package, and what section 7 finds in it. */
typedef struct { double day, share; } Due;
typedef struct {
  int option;
  Plan plan;
  double days_saved, lead_time_days, expedite_cost, forecast_saving;
  bool forecast;
  int due_count;
  Due schedule[MAX_TRANCHES];
  double a, b, cap, limit, centre_c, centre_e, refused, agreed_answer;
  bool agreed;
  int count; /* material discounts */
  double d[MAX_STEPS], gain[MAX_STEPS], acceptance[MAX_STEPS], value[MAX_STEPS], nash[MAX_STEPS];
  double agreement;
  int fair, opening; /* -1 for none */
} Package;

/* Section 9: the result. */
typedef struct { double revenue, cost, margin, margin_rate, terms_days, lead_time_days, cash_cycle_days, annual_return_on_cash; } Position;
typedef struct {
  int option;
  double days_saved;
  bool forecast;
  double discount, opening_discount, opening_acceptance, customer_limit, seller_limit;
  double acceptance, agreement_probability, seller_gain, seller_gain_at_bank_rate, customer_gain, nash_value, break_even_rate;
  Position after;
} Offer;
typedef enum { LOW, MEDIUM, HIGH } Band;
typedef enum { HOLD, EXPLORE, TRADE } Verdict;
enum { TRIAL = FIELDS };
typedef struct {
  double cost_of_cash, negotiability, expected_gain;
  int answers_known;
  bool answers_contradict;
  Band band;
  Verdict verdict;
  Position before;
  int packages_considered;
  double value_of_information[FIELDS];
  double trial_discount, trial_chance, trial_value;
  int next_question;
  int offer_count;
  Offer offers[MAX_OFFERS];
} Result;

/* The chances of a yes of every open node, by package and discount; each is worked out once. */
static double chances[MAX_PACKAGES][MAX_STEPS][MAX_NODES];

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

static double prepayment(const Plan *plan, double lead_time_days, double lateness) {
  double sum = 0;
  for (int t = 0; t < plan->count; t++) {
    double before = fmax(0, lead_time_days - due_day(&plan->tranches[t], lead_time_days, lateness));
    sum += plan->tranches[t].share * fmin(1, before / 30);
  }
  return sum;
}

static int schedule_of(const Plan *plan, double lead_time_days, double lateness, Due *schedule) {
  int count = 0;
  for (int t = 0; t < plan->count; t++) {
    Due due = { due_day(&plan->tranches[t], lead_time_days, lateness), plan->tranches[t].share };
    int place = 0;
    while (place < count && schedule[place].day < due.day - 1e-9) place++;
    if (place < count && fabs(schedule[place].day - due.day) < 1e-9) {
      schedule[place].share += due.share;
      continue;
    }
    for (int later = count; later > place; later--) schedule[later] = schedule[later - 1];
    schedule[place] = due;
    count++;
  }
  return count;
}

static bool same_schedule(int count, const Due *one, int other_count, const Due *other) {
  if (count != other_count) return false;
  for (int t = 0; t < count; t++) {
    if (fabs(one[t].day - other[t].day) > 1e-9 || fabs(one[t].share - other[t].share) > 1e-9) return false;
  }
  return true;
}

/* Section 4: the seller's cost of cash. */
static double cost_of_cash(double currency_days) {
  double g = CERTAINTY * CONTRIBUTION_MARGIN / (1 - CONTRIBUTION_MARGIN);
  double shadow = fmin(10, pow(1 + g, 365 / CYCLE_DAYS) - 1);
  double u = currency_days == 0 ? (UNFUNDED_COST > 0 ? 1 : 0) : fmin(1, UNFUNDED_COST * CYCLE_DAYS / currency_days);
  return u * fmax(BORROWING_RATE, shadow) + (1 - u) * BORROWING_RATE;
}

static double credit_factor(double rate, double advance, double days) {
  if (advance == 0) return discount_factor(rate, days);
  double factor = pow(1 + FACTORING_MONTHLY_FEE, 365.0 / 30) - 1;
  return advance * discount_factor(fmin(rate, factor), days) + (1 - advance) * discount_factor(rate, days);
}

/* Section 5: present values. */
static double seller_present_value(double rate, double advance, double hazard, const Plan *plan, double lead_time_days, double lateness) {
  double sum = 0;
  for (int t = 0; t < plan->count; t++) {
    double due = due_day(&plan->tranches[t], lead_time_days, lateness), credit = fmax(0, due - lead_time_days);
    sum += plan->tranches[t].share * discount_factor(rate, fmin(due, lead_time_days)) * credit_factor(rate, advance, credit) * discount_factor(hazard, credit);
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
  double figure = field == CASH ? deal->stated_cost_of_cash : field == URGENCY ? deal->stated_loss_per_day / deal->amount : NAN;
  if (!isnan(figure) || band >= 0) {
    Triangle stated = { figure * (1 - STATED_SPREAD), figure, figure * (1 + STATED_SPREAD) };
    belief.count = MAX_VALUES;
    for (int k = 0; k < belief.count; k++) {
      belief.value[k] = quantile(isnan(figure) ? &BELIEFS[field][band] : &stated, levels[k]);
      belief.weight[k] = 1.0 / MAX_VALUES;
    }
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
  for (int k = 0; k < belief.count; k++) belief.weight[k] /= total;
  return belief;
}

/* What the deal's figures come to, for whoever works on it. */
typedef struct {
  const Deal *deal;
  double A, K, L0, lateness, needed, hazard, friction, risk, mean_day, prepayment;
} Scene;

/* Section 5: the seller's gain a - b d at a cost of cash. */
static void seller_gain(const Scene *s, const Plan *plan, double L, double F, double E, double rate, double advance, double *a, double *b) {
  *b = s->A * seller_present_value(rate, advance, s->hazard, plan, L, s->lateness);
  *a = *b - s->A * seller_present_value(rate, advance, s->hazard, &s->deal->plan, s->L0, s->lateness) + (F - E) * discount_factor(rate, SUPPLIER_PAYMENT_DAY);
}

/* Section 5: what of the customer's gain c + e d does not depend on r: c = -tau - k lost + v sooner - fixed. */
typedef struct { double lost, sooner, fixed; } Side;
static Side side_of(const Scene *s, const Plan *plan, double L, bool forecast) {
  double moved = mean_payment_day(plan, s->L0, s->lateness) - s->mean_day;
  double shortened = moved < -1e-9 ? -moved : 0;
  return (Side){
    .lost = s->A * shortened / 365,
    .sooner = s->A * (fmax(0, s->L0 - s->needed) - fmax(0, L - s->needed)),
    .fixed = (forecast ? FORECAST_CUSTOMER_EFFORT * s->A : 0) + (shortened > 0 ? s->friction * s->A : 0) +
             s->risk * s->A * fmax(0, prepayment(plan, L, s->lateness) - s->prepayment),
  };
}

static void price_at(const Scene *s, const Plan *plan, double L, double r, double *e, double *tau) {
  *e = s->A * customer_present_value(r, plan, L, s->lateness);
  *tau = *e - s->A * customer_present_value(r, &s->deal->plan, s->L0, s->lateness);
}

static double chance_of_yes(const Scene *s, double gain) {
  return 1 / (1 + exp(-(gain - MATERIAL_CUSTOMER * s->A) / (RESPONSE_NOISE * s->A)));
}

/* The customer's gains of all nodes: c and e; those of one cash position share e and tau. */
static void gains_of(const Scene *s, const Plan *plan, double L, bool forecast, const Node *nodes, int count, double *c, double *e) {
  Side side = side_of(s, plan, L, forecast);
  double tau = 0;
  for (int n = 0; n < count; n++) {
    if (n == 0 || nodes[n].r != nodes[n - 1].r) price_at(s, plan, L, nodes[n].r, &e[n], &tau);
    else e[n] = e[n - 1];
    c[n] = -tau - nodes[n].k * side.lost + nodes[n].v * side.sooner - side.fixed;
  }
}

/* Section 8: position before and after, and what the cash costs. */
static Position position_of(const Scene *s, const Plan *plan, double L, double discount, double E, double F) {
  Position position;
  double mean_day = mean_payment_day(plan, L, s->lateness);
  position.revenue = s->A * (1 - discount);
  position.cost = s->K - F + E;
  position.margin = position.revenue - position.cost;
  position.margin_rate = position.margin / position.revenue;
  position.terms_days = mean_day - L;
  position.lead_time_days = L;
  position.cash_cycle_days = mean_day - SUPPLIER_PAYMENT_DAY;
  position.annual_return_on_cash = position.cash_cycle_days < 1 ? NAN : position.margin / position.cost * 365 / position.cash_cycle_days;
  return position;
}

static bool pays_at(const Scene *s, const Package *p, double d, double rate) {
  double a, b;
  seller_gain(s, &p->plan, p->lead_time_days, p->forecast_saving, p->expedite_cost, rate, 0, &a, &b);
  return a - b * d >= -1e-9 * s->A;
}

static double break_even_rate(const Scene *s, const Package *p, double d) {
  if (mean_payment_day(&p->plan, p->lead_time_days, s->lateness) >= s->mean_day - 1e-9) return NAN;
  for (int i = 0; i <= 200; i++) {
    if (!pays_at(s, p, d, i / 100.0)) continue;
    if (i == 0) return 0;
    double below = (i - 1) / 100.0, above = i / 100.0;
    for (int halving = 0; halving < 50; halving++) {
      double middle = (below + above) / 2;
      if (pays_at(s, p, d, middle)) above = middle;
      else below = middle;
    }
    return above;
  }
  return NAN;
}

/* Section 7: best over all packages and discounts for customers of some open weights, and a total with the closed ones; `asked` supposes an answer. */
typedef struct { int package, place; bool yes; } Supposed;
static double best_of(const Package *packages, int package_count, const double *open, int nodes, double total, double A, const Supposed *asked) {
  if (total == 0) return 0;
  double best = 0;
  for (int p = 0; p < package_count; p++) {
    for (int i = 0; i < packages[p].count; i++) {
      double acceptance = 0;
      if (asked->package == p && asked->yes) {
        if (i != asked->place) continue;
        acceptance = 1;
      } else if (asked->package == p && i <= asked->place) {
        acceptance = 0;
      } else if (packages[p].agreed) {
        acceptance = 1;
      } else {
        for (int n = 0; n < nodes; n++) acceptance += open[n] * chances[p][i][n];
        acceptance /= total;
      }
      best = fmax(best, acceptance * packages[p].gain[i] - (1 - acceptance) * REFUSAL_COST * A);
    }
  }
  return best;
}

/* Section 6: the nodes, their weights after the answers, and the centre. */
static int nodes_of(const Scene *s, const Belief belief[FIELDS], Node *nodes, bool *contradict, Node *centre) {
  const Deal *deal = s->deal;
  int count = 0;
  for (int i = 0; i < belief[CASH].count; i++) {
    for (int j = 0; j < belief[TERMS].count; j++) {
      for (int k = 0; k < belief[URGENCY].count; k++) {
        double weight = belief[CASH].weight[i] * belief[TERMS].weight[j] * belief[URGENCY].weight[k];
        nodes[count++] = (Node){ belief[CASH].value[i], belief[TERMS].value[j], belief[URGENCY].value[k], weight * (1 - SILENCE), weight * SILENCE, { i, j, k } };
      }
    }
  }
  Node prior[MAX_NODES];
  memcpy(prior, nodes, (size_t)count * sizeof *nodes);
  *contradict = false;
  for (int answer = 0; answer < deal->answer_count; answer++) {
    const Answer *said = &deal->answers[answer];
    double c[MAX_NODES], e[MAX_NODES], total = 0;
    gains_of(s, &said->plan, said->lead_time_days, said->forecast, nodes, count, c, e);
    for (int n = 0; n < count; n++) {
      double q = chance_of_yes(s, c[n] + e[n] * said->discount);
      nodes[n].open *= said->said == YES ? q : 1 - q;
      if (said->said != NO) nodes[n].closed = 0;
      total += nodes[n].open + nodes[n].closed;
    }
    if (total <= 1e-12) {
      *contradict = true;
      memcpy(nodes, prior, (size_t)count * sizeof *nodes);
      break;
    }
    for (int n = 0; n < count; n++) {
      nodes[n].open /= total;
      nodes[n].closed /= total;
    }
  }
  *centre = (Node){ 0 };
  for (int n = 0; n < count; n++) {
    double weight = nodes[n].open + nodes[n].closed;
    centre->r += weight * nodes[n].r;
    centre->k += weight * nodes[n].k;
    centre->v += weight * nodes[n].v;
  }
  return count;
}

/* Section 7: what stands of the answers to a package. */
static void hear(const Scene *s, Package *p) {
  p->refused = -INFINITY;
  p->agreed_answer = INFINITY;
  for (int answer = 0; answer < s->deal->answer_count; answer++) {
    const Answer *said = &s->deal->answers[answer];
    Due schedule[MAX_TRANCHES];
    if (fabs(said->lead_time_days - p->lead_time_days) > 1e-9 || said->forecast != p->forecast) continue;
    int count = schedule_of(&said->plan, said->lead_time_days, s->lateness, schedule);
    if (!same_schedule(count, schedule, p->due_count, p->schedule)) continue;
    if (said->said == YES) {
      p->agreed_answer = fmin(p->agreed_answer, said->discount);
      if (p->refused >= said->discount - 1e-9) p->refused = -INFINITY;
    } else {
      p->refused = fmax(p->refused, said->discount);
      if (p->agreed_answer <= said->discount + 1e-9) p->agreed_answer = INFINITY;
    }
  }
}

/* Section 7: how likely each value of a field is, and what the best offer brings to customers who have it. */
typedef struct { double total[FIELDS][MAX_VALUES], best[FIELDS][MAX_VALUES]; } ByValue;

/* Section 7: the material discounts of a package, with the chance of every node at each, and agreement at the limit. */
static void evaluate(const Scene *s, Package *p, double q[MAX_STEPS][MAX_NODES], const Node *nodes, int count, const Node *centre, double least, ByValue *by) {
  const double A = s->A;
  double c[MAX_NODES], e[MAX_NODES], tau;
  gains_of(s, &p->plan, p->lead_time_days, p->forecast, nodes, count, c, e);
  Side side = side_of(s, &p->plan, p->lead_time_days, p->forecast);
  price_at(s, &p->plan, p->lead_time_days, centre->r, &p->centre_e, &tau);
  p->centre_c = -tau - centre->k * side.lost + centre->v * side.sooner - side.fixed;
  p->limit = fmin(p->cap, (p->a - least) / p->b);
  p->agreed = p->agreed_answer <= p->limit + 1e-9;
  p->count = 0;
  int first = (int)ceil(-MAX_PREMIUM / STEP - 1e-9), last = (int)floor(p->cap / STEP + 1e-9);
  if (p->agreed) first = last = 0;
  for (int step = first; step <= last; step++) {
    double d = p->agreed ? p->agreed_answer : step * STEP, gain = p->a - p->b * d;
    if (gain < least - 1e-9 * A) break;
    int i = p->count++;
    double acceptance = 0, nash = 0, agreed[FIELDS][MAX_VALUES] = { { 0 } };
    for (int n = 0; n < count; n++) {
      double customer = c[n] + e[n] * d;
      double chance = p->agreed ? 1 : d <= p->refused + 1e-9 ? 0 : chance_of_yes(s, customer);
      double yes = (nodes[n].open + (p->agreed ? nodes[n].closed : 0)) * chance;
      q[i][n] = chance;
      acceptance += yes;
      for (int field = 0; field < FIELDS; field++) agreed[field][nodes[n].at[field]] += yes;
      if (customer > 0) nash += yes * (CUSTOMER_POWER == 0.5 ? sqrt(customer) : pow(customer, CUSTOMER_POWER));
    }
    p->d[i] = d;
    p->gain[i] = gain;
    p->acceptance[i] = p->agreed ? 1 : acceptance;
    p->value[i] = p->acceptance[i] * gain - (1 - p->acceptance[i]) * REFUSAL_COST * A;
    p->nash[i] = nash * pow(fmax(0, gain), 1 - CUSTOMER_POWER);
    for (int field = 0; field < FIELDS; field++) {
      for (int k = 0; k < MAX_VALUES; k++) {
        if (by->total[field][k] == 0) continue;
        double chance = agreed[field][k] / by->total[field][k];
        by->best[field][k] = fmax(by->best[field][k], chance * gain - (1 - chance) * REFUSAL_COST * A);
      }
    }
  }
  p->agreement = p->agreed ? 1 : 0;
  if (p->agreed || p->limit < -MAX_PREMIUM - 1e-9 || p->limit <= p->refused + 1e-9) return;
  for (int n = 0; n < count; n++) p->agreement += nodes[n].open * chance_of_yes(s, c[n] + e[n] * p->limit);
}

/* Section 5: every package. */
static int packages_of(const Scene *s, double rate, Package *packages) {
  const Deal *deal = s->deal;
  int count = 0;
  for (int option = 0; option <= POLICY_OPTIONS; option++) {
    Plan plan = option > 0 && option <= PLANNED_OPTIONS ? POLICY_PLANS[option - 1] : deal->plan;
    for (int t = 0; option > PLANNED_OPTIONS && t < plan.count; t++) {
      double balance = BALANCE_DAYS[option - 1 - PLANNED_OPTIONS];
      if (plan.tranches[t].anchor == DELIVERY && plan.tranches[t].days > balance) plan.tranches[t].days = balance;
    }
    double moved = mean_payment_day(&plan, s->L0, s->lateness) - s->mean_day;
    if (option > 0 && fabs(moved) < 1e-9) continue;
    if (moved > 0 && !ALLOW_LONGER_TERMS) continue;
    for (int speed = 0; speed < SPEEDS; speed++) {
      double x = DAYS_SAVED[speed], L = s->L0 - x;
      if (x > 0 && L < MIN_LEAD_TIME_DAYS) continue;
      for (int forecast = 0; forecast <= (deal->forecast == WILLING ? 1 : 0); forecast++) {
        if (option == 0 && speed == 0 && !forecast) continue;
        Package p = { .option = option, .plan = plan, .days_saved = x, .lead_time_days = L, .forecast = forecast, .fair = -1, .opening = -1 };
        p.due_count = schedule_of(&plan, L, s->lateness, p.schedule);
        bool repeated = false;
        for (int other = 0; other < count && !repeated; other++) {
          repeated = packages[other].days_saved == x && packages[other].forecast == (bool)forecast &&
                     same_schedule(p.due_count, p.schedule, packages[other].due_count, packages[other].schedule);
        }
        if (repeated) continue;
        p.expedite_cost = x > 0 ? EXPEDITE_FIXED_COST + EXPEDITE_COST_PER_DAY * s->A * x : 0;
        p.forecast_saving = forecast ? FORECAST_COST_SAVING * s->K : 0;
        seller_gain(s, &plan, L, p.forecast_saving, p.expedite_cost, rate, FACTORING_ADVANCE, &p.a, &p.b);
        p.cap = fmin(DISCOUNT_MAX, 1 - (s->K - p.forecast_saving + p.expedite_cost) / (s->A * (1 - KEEP_OF_MARGIN * deal->gross_margin)));
        packages[count++] = p;
      }
    }
  }
  return count;
}

/* Section 7: the fair and the opening offer of a package. */
static void choose_offers(Package *p, double A, double most_agreed) {
  if (p->agreed) {
    p->fair = p->opening = p->count > 0 ? 0 : -1;
    return;
  }
  for (int i = 0; i < p->count; i++) {
    bool offer = p->centre_c + p->centre_e * p->d[i] >= -1e-9 * A && p->gain[i] > most_agreed + 1e-9 * A;
    if (!offer || p->acceptance[i] < MIN_ACCEPTANCE * (1 - SILENCE) - 1e-9) continue;
    if (p->fair < 0 || p->nash[i] > p->nash[p->fair] + 1e-9 * A) p->fair = i;
  }
  for (int i = 0; i <= p->fair; i++) {
    bool offer = p->centre_c + p->centre_e * p->d[i] >= -1e-9 * A && p->gain[i] > most_agreed + 1e-9 * A;
    if (offer && (p->opening < 0 || p->value[i] > p->value[p->opening] + 1e-9 * A)) p->opening = i;
  }
}

/* Section 7: whether a package stands above another in the ranking. */
static bool above(const Package *one, const Package *other) {
  if (one->agreed != other->agreed) return one->agreed;
  return one->agreed ? one->gain[one->fair] > other->gain[other->fair] : one->nash[one->fair] > other->nash[other->fair];
}

/* Section 7: the trial question. */
static void ask_trial(const Package *packages, int package_count, const Node *nodes, int count, double now, double A, Result *result) {
  Supposed best[POLICY_OPTIONS + 1];
  bool found[POLICY_OPTIONS + 1] = { false };
  for (int p = 0; p < package_count; p++) {
    const Package *package = &packages[p];
    for (int i = 0; !package->agreed && i < package->count; i++) {
      if (package->d[i] <= package->refused + 1e-9 || package->centre_c + package->centre_e * package->d[i] < -1e-9 * A) continue;
      Supposed *top = &best[package->option];
      if (found[package->option] && package->value[i] <= packages[top->package].value[top->place] + 1e-9 * A) continue;
      found[package->option] = true;
      *top = (Supposed){ p, i, false };
    }
  }
  result->trial_discount = result->trial_chance = result->trial_value = NAN;
  double highest = 0;
  for (int round = 0; round < MAX_OFFERS; round++) {
    int option = -1;
    for (int o = 0; o <= POLICY_OPTIONS; o++) {
      if (found[o] && (option < 0 || packages[best[o].package].value[best[o].place] > packages[best[option].package].value[best[option].place])) option = o;
    }
    if (option < 0) return;
    found[option] = false;
    Supposed asked = best[option];
    const Package *package = &packages[asked.package];
    double yes[MAX_NODES], no[MAX_NODES], chance = package->acceptance[asked.place], closed = 0, sum_yes = 0, sum_no = 0;
    for (int n = 0; n < count; n++) {
      yes[n] = nodes[n].open * chances[asked.package][asked.place][n];
      no[n] = nodes[n].open * (1 - chances[asked.package][asked.place][n]);
      sum_yes += yes[n];
      sum_no += no[n];
      closed += nodes[n].closed;
    }
    asked.yes = true;
    double value = chance * best_of(packages, package_count, yes, count, sum_yes, A, &asked);
    asked.yes = false;
    value += (1 - chance) * best_of(packages, package_count, no, count, sum_no + closed, A, &asked) - now;
    if (value > highest + 1e-9 * A) {
      highest = value;
      result->trial_discount = package->d[asked.place];
      result->trial_chance = chance;
      result->trial_value = value;
    }
  }
}

/* Sections 1 to 9 for one deal. */
static void score_deal(const Deal *deal, Result *result) {
  Scene s = { .deal = deal, .A = deal->amount, .K = deal->amount * (1 - deal->gross_margin), .L0 = deal->lead_time_days };
  s.lateness = isnan(deal->days_beyond_terms) ? 0 : deal->days_beyond_terms;
  s.needed = isnan(deal->needed_in_days) ? s.L0 - URGENCY_HORIZON_DAYS : deal->needed_in_days;
  s.hazard = DEFAULT_HAZARD[deal->bands[CASH] >= 0 ? deal->bands[CASH] : BANDS[CASH]];
  s.friction = TERMS_FRICTION[deal->bands[TERMS] >= 0 ? deal->bands[TERMS] : BANDS[TERMS]];
  s.risk = PREPAYMENT_RISK[deal->relationship >= 0 ? deal->relationship : ESTABLISHED + 1];
  s.mean_day = mean_payment_day(&deal->plan, s.L0, s.lateness);
  s.prepayment = prepayment(&deal->plan, s.L0, s.lateness);
  const double A = s.A, rate = cost_of_cash(A * s.mean_day), least = fmax(MATERIAL_SELLER * A, MATERIAL_SELLER_MONEY);

  Belief belief[FIELDS];
  for (int field = 0; field < FIELDS; field++) belief[field] = belief_of(deal, field);
  Node nodes[MAX_NODES], centre;
  int count = nodes_of(&s, belief, nodes, &result->answers_contradict, &centre);

  static Package packages[MAX_PACKAGES];
  int package_count = packages_of(&s, rate, packages);
  ByValue by = { { { 0 } }, { { 0 } } };
  for (int n = 0; n < count; n++) {
    for (int field = 0; field < FIELDS; field++) by.total[field][nodes[n].at[field]] += nodes[n].open + nodes[n].closed;
  }
  double most_agreement = 0, most_agreed = -INFINITY;
  for (int p = 0; p < package_count; p++) {
    hear(&s, &packages[p]);
    evaluate(&s, &packages[p], chances[p], nodes, count, &centre, least, &by);
    most_agreement = fmax(most_agreement, packages[p].agreement);
    if (packages[p].agreed && packages[p].count > 0) most_agreed = fmax(most_agreed, packages[p].gain[0]);
  }
  for (int p = 0; p < package_count; p++) choose_offers(&packages[p], A, most_agreed);

  /* 7. menu, best first */
  const Package *menu[MAX_OFFERS];
  bool taken[POLICY_OPTIONS + 1] = { false };
  result->offer_count = 0;
  result->expected_gain = 0;
  while (result->offer_count < MAX_OFFERS) {
    const Package *top = NULL;
    for (int p = 0; p < package_count; p++) {
      if (packages[p].fair < 0 || taken[packages[p].option]) continue;
      if (top == NULL || above(&packages[p], top)) top = &packages[p];
    }
    if (top == NULL) break;
    taken[top->option] = true;
    menu[result->offer_count++] = top;
    result->expected_gain = fmax(result->expected_gain, top->value[top->opening]);
  }

  /* 7. score and information */
  double now = 0;
  for (int p = 0; p < package_count; p++) {
    for (int i = 0; i < packages[p].count; i++) now = fmax(now, packages[p].value[i]);
  }
  result->cost_of_cash = rate;
  result->packages_considered = package_count;
  result->negotiability = fmin(100, 100 * most_agreement / (1 - SILENCE));
  result->answers_known = 0;
  result->next_question = -1;
  double highest = WORTH_ASKING * A;
  for (int field = 0; field < FIELDS; field++) {
    double informed = 0;
    for (int k = 0; k < belief[field].count; k++) informed += by.total[field][k] * by.best[field][k];
    result->value_of_information[field] = fmax(0, informed - now);
    bool stated = field == CASH ? !isnan(deal->stated_cost_of_cash) : field == URGENCY && !isnan(deal->stated_loss_per_day);
    if (deal->bands[field] >= 0 || stated) {
      result->answers_known++;
    } else if (result->value_of_information[field] > highest + 1e-9 * A) {
      highest = result->value_of_information[field];
      result->next_question = field;
    }
  }
  ask_trial(packages, package_count, nodes, count, now, A, result);
  if (!isnan(result->trial_value) && result->trial_value > highest + 1e-9 * A) result->next_question = TRIAL;
  bool informed = result->answers_known >= 2 || (result->offer_count > 0 && menu[0]->agreed);
  bool high = result->negotiability >= 70 - 1e-9 && informed;
  result->band = high ? HIGH : result->negotiability >= 40 - 1e-9 ? MEDIUM : LOW;
  result->verdict = high && result->offer_count > 0 ? TRADE : result->negotiability >= 30 - 1e-9 || result->next_question >= 0 ? EXPLORE : HOLD;

  /* 8. positions, and what the cash costs */
  result->before = position_of(&s, &deal->plan, s.L0, 0, 0, 0);
  for (int o = 0; o < result->offer_count; o++) {
    const Package *p = menu[o];
    double d = p->d[p->fair], a, b;
    seller_gain(&s, &p->plan, p->lead_time_days, p->forecast_saving, p->expedite_cost, BORROWING_RATE, FACTORING_ADVANCE, &a, &b);
    result->offers[o] = (Offer){
      .option = p->option,
      .days_saved = p->days_saved,
      .forecast = p->forecast,
      .discount = d,
      .opening_discount = p->d[p->opening],
      .opening_acceptance = p->acceptance[p->opening],
      .customer_limit = (MATERIAL_CUSTOMER * A - p->centre_c) / p->centre_e,
      .seller_limit = (p->a - least) / p->b,
      .acceptance = p->acceptance[p->fair],
      .agreement_probability = p->agreement,
      .seller_gain = p->gain[p->fair],
      .seller_gain_at_bank_rate = a - b * d,
      .customer_gain = p->centre_c + p->centre_e * d,
      .nash_value = p->nash[p->fair],
      .break_even_rate = break_even_rate(&s, p, d),
      .after = position_of(&s, &p->plan, p->lead_time_days, d, p->expedite_cost, p->forecast_saving),
    };
  }
}

static bool read_deal(Deal *deal) {
  double payment_days;
  int read = scanf("%lf %lf %lf %lf %d %d %d %d %d %lf %lf %lf %lf %d", &deal->amount, &deal->gross_margin, &deal->lead_time_days, &payment_days,
                   &deal->bands[CASH], &deal->bands[TERMS], &deal->bands[URGENCY], &deal->relationship, &deal->forecast,
                   &deal->needed_in_days, &deal->days_beyond_terms, &deal->stated_cost_of_cash, &deal->stated_loss_per_day, &deal->answer_count);
  deal->plan = (Plan){ 1, { { 1, DELIVERY, payment_days } } };
  if (read != 14 || deal->answer_count > MAX_ANSWERS) return false;
  for (int answer = 0; answer < deal->answer_count; answer++) {
    Answer *said = &deal->answers[answer];
    int forecast;
    if (scanf("%lf %lf %d %lf %d", &payment_days, &said->lead_time_days, &forecast, &said->discount, &said->said) != 5) return false;
    said->plan = (Plan){ 1, { { 1, DELIVERY, payment_days } } };
    said->forecast = forecast;
  }
  return true;
}

static void write_result(const Result *result) {
  printf("%.17g %.17g", result->negotiability, result->expected_gain);
  for (int field = 0; field < FIELDS; field++) printf(" %.17g", result->value_of_information[field]);
  printf(" %.17g %.17g %.17g %d", result->trial_discount, result->trial_chance, result->trial_value, result->offer_count);
  for (int o = 0; o < result->offer_count; o++) {
    const Offer *offer = &result->offers[o];
    printf(" %.17g %.17g %.17g %.17g %.17g %.17g %.17g %.17g", offer->discount, offer->opening_discount, offer->acceptance, offer->agreement_probability,
           offer->nash_value, offer->seller_gain, offer->seller_gain_at_bank_rate, offer->break_even_rate);
  }
  printf("\n");
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
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
