import { chen } from './breast/chen-whitaker.ts';
import { crowe } from './breast/crowe.ts';
import { ibarra } from './breast/ibarra-montoya.ts';
import { lindstrom } from './breast/lindstrom.ts';
import { okonkwo } from './breast/okonkwo-reyes.ts';
import { vanDerHeijden } from './breast/van-der-heijden.ts';
import { broussard } from './colorectal/broussard.ts';
import { fernandez } from './colorectal/fernandez-pena.ts';
import { manuelito } from './colorectal/manuelito.ts';
import { oyelaran } from './colorectal/oyelaran.ts';
import { tanaka } from './colorectal/tanaka.ts';
import { achebe } from './prostate/achebe.ts';
import { benally } from './prostate/benally.ts';
import { novak } from './prostate/novak.ts';
import { thorvaldsen } from './prostate/thorvaldsen.ts';
import { gallagher } from './lung/gallagher.ts';
import { maldonado } from './lung/maldonado.ts';
import { nguyen } from './lung/nguyen.ts';
import { papadakis } from './lung/papadakis.ts';
import { mehta } from './lymphoma/mehta.ts';
import { petrova } from './lymphoma/petrova.ts';
import { tsosie } from './lymphoma/tsosie.ts';
import { nakai } from './myeloma/nakai.ts';
import { whitaker } from './myeloma/whitaker.ts';
import { fitzgerald } from './melanoma/fitzgerald.ts';
import { sorensen } from './melanoma/sorensen.ts';
import { baptiste } from './gynaecological/baptiste.ts';
import { kowalczyk } from './gynaecological/kowalczyk.ts';
import { nakamura } from './gynaecological/nakamura.ts';
import { quispe } from './gynaecological/quispe.ts';
import { boateng } from './other/boateng.ts';
import { moreau } from './other/moreau.ts';
import { zielinski } from './other/zielinski.ts';
import type { Story } from './story.ts';

export { write } from './story.ts';
export type { DiseaseGroup, Story, StoryPhase } from './story.ts';

/** Everybody in the demonstration, by disease. */
export const stories: readonly Story[] = [
  chen,
  crowe,
  ibarra,
  lindstrom,
  okonkwo,
  vanDerHeijden,
  broussard,
  fernandez,
  manuelito,
  oyelaran,
  tanaka,
  achebe,
  benally,
  novak,
  thorvaldsen,
  gallagher,
  maldonado,
  nguyen,
  papadakis,
  mehta,
  petrova,
  tsosie,
  nakai,
  whitaker,
  fitzgerald,
  sorensen,
  baptiste,
  kowalczyk,
  nakamura,
  quispe,
  boateng,
  moreau,
  zielinski,
];
