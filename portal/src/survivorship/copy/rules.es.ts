import type { PlainRule } from '#portal/survivorship/copy/plain-words.ts';

const teamSetsIt: PlainRule = {
  title: 'Visitas después de su cáncer',
  text: 'Su equipo del cáncer fija sus visitas y pruebas. Pida las fechas. Anótelas en esta hoja.',
};
const noPet: PlainRule = {
  title: 'La prueba PET, si se siente bien',
  text: 'Sus otras pruebas ven lo que importa. El PET da más miedo y más rayos. Si nota algo nuevo, llame.',
};
const neckGland = 'Prueba de sangre para la glándula del cuello';

/** Plain Spanish by rule, in the order of the rules. Fernández-Huerta 70 at least (sixth grade); INFLESZ 65 at least (primary school). */
export const rulesEs: Readonly<Record<string, PlainRule>> = {
  'breast-visit': {
    title: 'Visita después del cáncer de seno',
    text: 'El médico le pregunta cómo se siente y le revisa el pecho y los brazos. Diga si nota un bulto nuevo o si algo le duele.',
  },
  'breast-mammogram': {
    title: 'Rayos X del seno (mamografía)',
    text: 'Esta prueba puede ver un bulto muy chico, que la mano no nota. Dura poco. Puede apretar un poco.',
  },
  'breast-chest-wall': {
    title: 'Revisión del pecho',
    text: 'El médico mira su pecho y toca bajo los brazos. No hacen falta rayos X, pues ya no hay seno. Diga si nota un bulto nuevo o ve una mancha en la piel.',
  },
  'colorectal-visit': {
    title: 'Visita después del cáncer de intestino',
    text: 'El médico le pregunta cómo se siente y le toca el vientre. Diga si baja de peso o ve sangre al ir al baño.',
  },
  'colorectal-cea': {
    title: 'Prueba de sangre (CEA)',
    text: 'Esta prueba de sangre busca una señal de cáncer. Si sube, puede ser que vuelve. Si se ve pronto, a veces se puede quitar.',
  },
  'colorectal-ct': {
    title: 'Escáner de pecho y vientre',
    text: 'Esta prueba toma fotos de los pulmones y del hígado. Ahí es donde más vuelve este cáncer. Si hay un solo punto, a veces se puede tratar.',
  },
  'colorectal-colonoscopy': {
    title: 'Ver el intestino por dentro (colonoscopia)',
    text: 'El médico mira por dentro con un tubo fino. Usted duerme o descansa. Si hay bultos chicos, se quitan ahí mismo.',
  },
  'prostate-psa': {
    title: 'Prueba de sangre (PSA)',
    text: 'Esta prueba puede subir mucho antes de que usted note algo. Si sube una vez, no quiere decir que el cáncer volvió. Hablamos con usted de qué hacer.',
  },
  'lung-ct': {
    title: 'Escáner del pecho',
    text: 'Esta prueba toma fotos de los pulmones. Puede ver un cáncer cuando aún es chico. Llame si tose sangre o si le falta el aire.',
  },
  'lymphoma-visit': {
    title: 'Visita al médico',
    text: 'El médico le toca el cuello, bajo los brazos y el vientre. Diga si nota un bulto nuevo. Diga si suda de noche o baja de peso. Casi todos los bultos no son cáncer.',
  },
  'lymphoma-ct': {
    title: 'Escáner del cuerpo',
    text: 'Esta prueba toma fotos del pecho y del vientre. Puede que le hagan menos, o ninguna. Su médico le dirá por qué.',
  },
  'melanoma-follow-up': teamSetsIt,
  'gynaecological-follow-up': teamSetsIt,
  'myeloma-follow-up': teamSetsIt,
  'in-situ-follow-up': teamSetsIt,
  'other-cancer-follow-up': teamSetsIt,
  'heart-echocardiogram': {
    title: 'Prueba del corazón',
    text: 'La cura del cáncer puede cansar el corazón. Al inicio no se nota. Esta prueba usa sonido y ve cómo late. No duele.',
  },
  'chest-radiation-breast-screening': {
    title: 'Prueba del seno después de los rayos',
    text: 'Los rayos en el pecho suben un poco el riesgo de cáncer de seno años después. Esta prueba lo ve cuando aún es chico.',
  },
  'neck-radiation-tsh': {
    title: neckGland,
    text: 'Los rayos en el cuello pueden dañar esta glándula. Usted puede sentir frío, sueño o subir de peso. La prueba lo ve. Hay una pastilla para eso.',
  },
  'immunotherapy-thyroid': {
    title: neckGland,
    text: 'Su medicina despertó las defensas de su cuerpo. Ellas pueden dañar una glándula, el intestino o los pulmones, aun meses después. La prueba lo ve. Llame si tiene mucho sueño, le falta el aire o tiene diarrea.',
  },
  'cisplatin-hearing-nerves': {
    title: 'Oídos, manos y pies',
    text: 'Una de sus medicinas puede dañar los oídos y los nervios. Diga si oye menos o si oye un ruido. Diga si no siente bien las manos o los pies.',
  },
  'oxaliplatin-taxane-nerves': {
    title: 'Manos y pies',
    text: 'La cura del cáncer puede dañar los nervios. Diga si las manos o los pies le duelen o se duermen. Mire sus pies cada día. Use buenos zapatos para no caer.',
  },
  'bleomycin-lung': {
    title: 'Los pulmones',
    text: 'Una de sus medicinas puede dañar los pulmones. Se llama bleomicina. Diga si le falta el aire o tose mucho. Si le van a dormir para una cirugía, diga que la tomó.',
  },
  'alkylator-marrow-gonads': {
    title: 'Su sangre, y tener hijos',
    text: 'La cura puede hacer más difícil tener hijos. También puede dañar la sangre años después. Diga si quiere tener hijos o si su regla cambió. Diga si le salen moretones o fiebre.',
  },
  'steroid-bone-eyes': {
    title: 'Huesos y ojos',
    text: 'Los esteroides gastan los huesos y nublan la vista. Diga si se rompe un hueso. Vaya al médico de los ojos si ve menos.',
  },
  'ifosfamide-kidney': {
    title: 'Los riñones',
    text: 'Una de sus medicinas puede dañar los riñones. No se siente. Una prueba de sangre y una de orina lo ven.',
  },
  'vinca-nerves': {
    title: 'Nervios e intestino',
    text: 'Una de sus medicinas puede dañar los nervios. Diga si no siente bien las manos o los pies. Diga si le cuesta ir al baño.',
  },
  'pelvic-radiation': {
    title: 'Intestino, vejiga y sexo',
    text: 'Los rayos en el vientre pueden dar molestias años después. Diga si corre al baño, si se moja o si ve sangre. Diga si el sexo le duele. Casi todo se puede tratar.',
  },
  'transplant-late-effects': {
    title: 'Después de su trasplante',
    text: 'Su equipo del trasplante fija sus pruebas y vacunas. Pida las fechas. Anótelas en esta hoja.',
  },
  'screen-breast': {
    title: 'Prueba del cáncer de seno (mamografía)',
    text: 'Estos rayos X buscan cáncer de seno. Las mujeres de su edad la pueden pedir. Su propio cáncer no cambia eso.',
  },
  'screen-cervix': {
    title: 'Prueba de Papanicolau o de VPH',
    text: 'Esta prueba busca cáncer en el cuello de la matriz. Las mujeres de su edad la pueden pedir. Dura pocos minutos.',
  },
  'screen-colorectal': {
    title: 'Prueba del cáncer de intestino',
    text: 'Esta prueba busca cáncer de intestino. Puede ser por dentro, con un tubo, o en casa con las heces. Pregunte cuál es mejor para usted.',
  },
  'screen-lung': {
    title: 'Escáner de los pulmones',
    text: 'Si ha fumado, un escáner de los pulmones le puede servir. Puede ver un cáncer cuando aún es chico. Pregunte si es para usted.',
  },
  'screen-prostate': {
    title: 'Hablar de la prueba PSA',
    text: 'Esta prueba de sangre busca cáncer de próstata. Puede servir y puede hacer daño. Hable primero con su médico. Luego usted decide.',
  },
  'vaccine-influenza': {
    title: 'Vacuna de la gripe',
    text: 'Vacúnese antes del frío. La gripe es más dura después del cáncer. Pida la de aguja, no la de nariz.',
  },
  'vaccine-pneumococcal': {
    title: 'Vacuna para los pulmones',
    text: 'Esta vacuna le guarda de gérmenes que dañan los pulmones. Después del cáncer el riesgo es mayor.',
  },
  'vaccine-zoster': {
    title: 'Vacuna de la culebrilla',
    text: 'La culebrilla es una mancha en la piel que duele mucho. Después del cáncer el riesgo es mayor. Esta vacuna no lleva gérmenes vivos.',
  },
  'vaccine-tetanus': {
    title: 'Vacuna del tétanos',
    text: 'Esta vacuna le guarda del tétanos y de dos males más. El germen entra por una herida. Todo adulto la necesita de vez en cuando.',
  },
  'vaccine-covid-19': {
    title: 'Vacuna del COVID',
    text: 'Pregunte qué vacuna del COVID toca este año. Después del cáncer el riesgo puede ser mayor.',
  },
  'vaccine-live': {
    title: 'Por ahora, no a las vacunas vivas',
    text: 'Hay vacunas con gérmenes débiles, pero vivos. Le pueden hacer daño si su cuerpo está débil. No se ponga una hasta que su médico del cáncer diga que sí. Dígalo a quien le vacune.',
  },
  'bone-density': {
    title: 'Prueba de los huesos (DXA)',
    text: 'La medicina que toma puede gastar los huesos. Esta prueba ve si son fuertes. No duele. Si están débiles, se puede tratar.',
  },
  'bone-vitamin-d': {
    title: 'Huesos fuertes',
    text: 'Camine, suba gradas o alce pesos leves casi todos los días. Coma leche, frijol o verdura verde. Pregunte si le falta vitamina D. Deje el piso libre para no caer.',
  },
  'heart-blood-pressure': {
    title: 'Medir la presión',
    text: 'La cura del cáncer puede cansar el corazón. La presión alta lo hace peor. Se puede tratar.',
  },
  'heart-lipids': {
    title: 'Prueba de la grasa en la sangre',
    text: 'La cura del cáncer puede cansar el corazón. Esta prueba mide la grasa en la sangre. Menos grasa es mejor para el corazón.',
  },
  'diabetes-hba1c': {
    title: 'Prueba del azúcar (A1c)',
    text: 'Esta prueba de sangre dice qué tan alta estuvo el azúcar. La cura del cáncer la puede subir. Pregunte cuál es su meta.',
  },
  'diabetes-urine': {
    title: 'Prueba de orina para los riñones',
    text: 'El azúcar alta daña los riñones. Esta prueba lo ve pronto. Así se puede frenar.',
  },
  'hypertension-pressure': {
    title: 'Medir la presión',
    text: 'La presión alta cansa el corazón. Mídala en la visita o en casa. Pregunte cuál es su meta.',
  },
  'signs-of-return': {
    title: 'Llame si nota algo de esto',
    text: 'Llame si nota un bulto nuevo. Llame si sangra o si un dolor no se va. Llame si le falta el aire o baja de peso sin saber por qué. Muchas veces no es cáncer, pero hay que ver.',
  },
  'endocrine-therapy': {
    title: 'Siga con su medicina de hormonas',
    text: 'Le cuida solo si la toma. No la deje por su cuenta. Diga si le cae mal. Casi siempre se puede hacer algo.',
  },
  distress: {
    title: 'Cómo se siente',
    text: 'Es común tener pena, miedo o cansancio después del cáncer. Muchos temen que vuelva. Diga si está triste o duerme mal. Hay ayuda.',
  },
  'intimacy-fertility': {
    title: 'El sexo, y tener hijos',
    text: 'La cura del cáncer puede cambiar su vida de pareja. Puede hacer más difícil tener hijos. Nos puede preguntar cuando quiera.',
  },
  'work-money': {
    title: 'Trabajo y dinero',
    text: 'Pida ayuda con el trabajo, las cuentas o el seguro. En el equipo hay quien sabe qué ayuda existe. Diga si por el costo deja una prueba o una medicina.',
  },
  tobacco: {
    title: 'Si usted fuma',
    text: 'Fumar puede hacer que el cáncer vuelva o que salga otro. Solo cuesta mucho. Le ayudamos con charlas, pastillas o parches.',
  },
  'movement-weight': {
    title: 'Moverse, comer bien, cuidar la piel',
    text: 'Muévase cada día; caminar basta. Cuide su peso. Tome poco o nada de alcohol. Cuide su piel del sol.',
  },
  'breast-no-markers': {
    title: 'Más pruebas de sangre o fotos para buscar el cáncer, si se siente bien',
    text: 'No le hacen vivir más. Pueden llevar a cosas que no le hacen falta. Si nota algo nuevo, llame.',
  },
  'colorectal-no-pet': noPet,
  'lung-no-pet': noPet,
  'lymphoma-no-late-scans': {
    title: 'Escáner desde el año dos, si se siente bien',
    text: 'Esas pruebas ven poco. Cada una da más rayos. Si nota un bulto o se siente mal, llame.',
  },
  'lymphoma-bloods-little-worth': {
    title: 'Pruebas de sangre para ver si volvió',
    text: 'La sangre no dice bien si el cáncer volvió. Lo que usted siente dice más. Llame si nota un bulto o se siente mal.',
  },
};
