import type { Catalogue } from './en.ts';

/** French, for business customers: vous throughout; \u00a0 and \u202f are the spaces French puts before double punctuation. What each message is for stands in `en.ts`. */
export const fr = {
  onDelivery: 'à la livraison',
  afterDelivery:
    '{days, plural, =1 {au plus tard le lendemain de la livraison} other {dans les # jours suivant la livraison}}',
  beforeDelivery: '{days, plural, =1 {la veille de la livraison} other {# jours avant la livraison}}',
  withOrder: 'à la commande',
  afterOrder:
    '{days, plural, =1 {au plus tard le lendemain de la commande} other {dans les # jours suivant la commande}}',
  share: '{share} {when}',
  deposit: 'un acompte de {share} à la commande',

  offer: 'Si vous {asks}, nous pouvons {gives}.',
  ifPay: 'réglez {when}',
  ifForecast: 'nous communiquez vos prévisions chaque trimestre',
  ifPremium: 'acceptez un prix de {price} au lieu de {listPrice}',
  ifOrder: 'passez une commande ferme',
  canDiscount: 'vous facturer {price} au lieu de {listPrice}',
  canWait:
    '{parts, select, one {vous proposer un règlement {when}} other {vous proposer un règlement en plusieurs fois ({when})}}',
  canDeliver:
    '{confirmed, select, yes {vous livrer au plus tard le {date}} other {vous livrer au plus tard le {date}, sous réserve de confirmation}}',
  canDeliverSooner:
    '{confirmed, select, yes {vous livrer {days, plural, =1 {un jour} other {# jours}} plus tôt} other {vous livrer {days, plural, =1 {un jour} other {# jours}} plus tôt, sous réserve de confirmation}}',
  canKeepPrice: 'maintenir le prix à {listPrice}',

  trial: 'Si nous {gives}, accepteriez-vous {asks}\u202f?',
  supposeDiscount: 'vous accordions une remise de {percent} ({price} au lieu de {listPrice})',
  supposeWait:
    '{parts, select, one {vous proposions un règlement {when}} other {vous proposions un règlement en plusieurs fois ({when})}}',
  supposeDeliver: 'vous livrions au plus tard le {date}',
  supposeDeliverSooner: 'vous livrions {days, plural, =1 {un jour} other {# jours}} plus tôt',
  supposeKeepPrice: 'maintenions le prix à {listPrice}',
  wouldPay: 'de régler {when}',
  wouldForecast: 'de nous communiquer vos prévisions chaque trimestre',
  wouldPremium: 'de payer {price} au lieu de {listPrice}',
  wouldOrder: 'de passer une commande ferme',

  pointPayment:
    '{parts, select, one {règlement {when}} other {règlement\u00a0: {when}}} (jusqu’à présent\u00a0: {today})',
  pointForecast: 'vos prévisions de besoins, chaque trimestre',
  pointPremium: '{price} au lieu de {listPrice} ({percent} de plus)',
  pointOrder: 'votre commande ferme',
  pointDiscount: '{price} au lieu de {listPrice} ({percent} de remise)',
  pointDelivery:
    '{confirmed, select, yes {livraison au plus tard le {date}} other {livraison au plus tard le {date}, sous réserve de confirmation}}',
  pointDeliverySooner:
    '{confirmed, select, yes {livraison {days, plural, =1 {un jour} other {# jours}} plus tôt} other {livraison {days, plural, =1 {un jour} other {# jours}} plus tôt, sous réserve de confirmation}}',
  pointKeepPrice: 'prix maintenu à {listPrice}',
  subjectPayment: '{parts, select, one {règlement {when}} other {règlement en plusieurs fois}}',

  greeting: '{named, select, yes {Bonjour {firstName},} other {Bonjour,}}',
  unconfirmed:
    'La date de livraison est donnée sous réserve de confirmation par notre service logistique. Je reviens vers vous dès qu’elle sera confirmée.',
  closing: 'Bien cordialement,',

  offerSubject: 'Notre proposition pour votre commande\u00a0: {point}',
  heard: 'Voici ce que j’ai retenu de notre échange\u00a0:',
  quoted: '«\u00a0{why}\u00a0»',
  offerOpening:
    '{said, select, yes {Compte tenu de ces éléments, voici notre proposition.} other {Merci pour notre échange. Voici notre proposition.}}',
  askHeading: 'Ce que nous vous demandons\u00a0:',
  giveHeading: 'Ce que vous obtenez en échange\u00a0:',
  offerQuestion: 'Cela vous convient-il\u202f? Si oui, je prépare la commande à ces conditions.',

  agreedSubject: 'Votre commande\u00a0: les conditions convenues',
  agreedOpening: 'Merci pour votre accord. Voici les conditions convenues\u00a0:',
  agreedPrice:
    '{change, select, discount {prix\u00a0: {price} au lieu de {listPrice} ({percent} de remise)} premium {prix\u00a0: {price} au lieu de {listPrice} ({percent} de plus)} other {prix\u00a0: {price}}}',
  agreedPayment: 'règlement\u00a0: {when}',
  agreedDelivery:
    '{confirmed, select, yes {livraison\u00a0: au plus tard le {date}} other {livraison\u00a0: au plus tard le {date}, sous réserve de confirmation}}',
  agreedDeliverySooner:
    '{confirmed, select, yes {livraison\u00a0: {days, plural, =1 {un jour} other {# jours}} plus tôt} other {livraison\u00a0: {days, plural, =1 {un jour} other {# jours}} plus tôt, sous réserve de confirmation}}',
  agreedForecast: 'prévisions\u00a0: de votre part, chaque trimestre',
  agreedQuestion:
    'Si vous avez noté autre chose, merci de me le signaler. Sinon, je reprends ces conditions dans le devis.',
} as const satisfies Catalogue;
