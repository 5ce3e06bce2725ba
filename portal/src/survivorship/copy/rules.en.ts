import type { PlainRule } from '#portal/survivorship/copy/plain-words.ts';

const teamSetsIt: PlainRule = {
  title: 'Check-ups after your cancer',
  text: 'Your cancer team will set your visits and tests. Ask them for the dates. Write them on this page.',
};
const noPet: PlainRule = {
  title: 'PET scans, if you feel well',
  text: 'Your other tests find what counts. A PET scan adds worry and rays. If you feel something new, call us.',
};
const neckGland = 'Blood test for the gland in your neck';

/** Plain English by rule, in the order of the rules. Grade 6 at most, by Flesch-Kincaid and SMOG. */
export const rulesEn: Readonly<Record<string, PlainRule>> = {
  'breast-visit': {
    title: 'Check-up after breast cancer',
    text: 'You see a doctor for a check. The doctor asks how you feel and looks at your chest and arms. Tell us about any new lump or pain.',
  },
  'breast-mammogram': {
    title: 'X-ray of the breast',
    text: 'This X-ray can show a new lump that is too small to feel. It is called a mammogram. It does not take long. It may pinch a bit.',
  },
  'breast-chest-wall': {
    title: 'Check of your chest',
    text: 'A doctor looks at your chest and feels under your arms. You do not need an X-ray, as no breast is left. Tell us if you feel a new lump or see a rash.',
  },
  'colorectal-visit': {
    title: 'Check-up after bowel cancer',
    text: 'You see a doctor for a check. The doctor asks how you feel and feels your belly. Tell us if you lose weight or see blood in your stool.',
  },
  'colorectal-cea': {
    title: 'Blood test (CEA)',
    text: 'This blood test looks for a sign of cancer. A rise can be the first hint that it is back. It may then be small enough to cut out.',
  },
  'colorectal-ct': {
    title: 'Scan of chest and belly',
    text: 'This scan takes pictures of your lungs and your liver. That is where bowel cancer most often comes back. One small spot can often be treated.',
  },
  'colorectal-colonoscopy': {
    title: 'Look inside your bowel',
    text: 'A doctor looks inside your bowel with a thin tube. You rest or sleep while it is done. Small growths can be found and taken out. The test is called a colonoscopy.',
  },
  'prostate-psa': {
    title: 'Blood test (PSA)',
    text: 'A rise in this blood test may show up long before you feel ill. One high test does not mean the cancer is back. We will talk with you about what to do.',
  },
  'lung-ct': {
    title: 'Scan of your chest',
    text: 'This scan takes pictures of your lungs. It can show cancer when it is small. Call us if you cough blood or get short of breath.',
  },
  'lymphoma-visit': {
    title: 'Check-up at the doctor',
    text: 'The doctor feels your neck, under your arms and your belly. Tell us if you find a new lump. Tell us if you sweat at night or lose weight. Most new lumps are not cancer.',
  },
  'lymphoma-ct': {
    title: 'Scan of your body',
    text: 'This scan takes pictures of your chest and belly. You may need fewer of them, or none. Your doctor will tell you why.',
  },
  'melanoma-follow-up': teamSetsIt,
  'gynaecological-follow-up': teamSetsIt,
  'myeloma-follow-up': teamSetsIt,
  'in-situ-follow-up': teamSetsIt,
  'other-cancer-follow-up': teamSetsIt,
  'heart-echocardiogram': {
    title: 'Heart scan',
    text: 'Some cancer drugs and beams can make the heart weak. You may not feel it at first. This scan uses sound to see how well your heart pumps. It does not hurt.',
  },
  'chest-radiation-breast-screening': {
    title: 'Breast scan after beam treatment',
    text: 'Beam treatment to the chest can raise the risk of breast cancer years later. A scan of the breast can find it when it is small.',
  },
  'neck-radiation-tsh': {
    title: neckGland,
    text: 'Beam treatment to the neck can slow this gland down. You may feel tired or cold, or gain weight. A blood test shows it. A pill can fix it.',
  },
  'immunotherapy-thyroid': {
    title: neckGland,
    text: 'Your cancer drug woke up your own body guards. They can harm a gland in your neck, your gut or your lungs, even months later. A blood test can show it. Call us if you get very tired, short of breath, or have loose stools.',
  },
  'cisplatin-hearing-nerves': {
    title: 'Ears, hands and feet',
    text: 'One of your cancer drugs can harm your ears and nerves. Tell us if your ears ring or you hear less well. Tell us if your hands or feet feel numb.',
  },
  'oxaliplatin-taxane-nerves': {
    title: 'Hands and feet',
    text: 'Some cancer drugs can harm the nerves. Tell us if your hands or feet feel numb or hurt. Look at your feet each day. Wear good shoes so you do not fall.',
  },
  'bleomycin-lung': {
    title: 'Your lungs',
    text: 'One of your cancer drugs can leave scars in the lungs. Tell us if you get short of breath or cough a lot. Before a doctor puts you to sleep, say that you had this drug. It is called bleomycin.',
  },
  'alkylator-marrow-gonads': {
    title: 'Your blood, and having a child',
    text: 'Some cancer drugs can make it hard to have a child. Some can harm the blood years later. Tell us if you want a child or if your monthly bleeding has changed. Tell us if you bruise or get fevers.',
  },
  'steroid-bone-eyes': {
    title: 'Bones and eyes',
    text: 'Steroid drugs can thin the bones and cloud your sight. Tell us if you break a bone. Have your eyes checked if you see less well.',
  },
  'ifosfamide-kidney': {
    title: 'Your kidneys',
    text: 'One of your cancer drugs can harm the kidneys. You will not feel it. A blood test and a urine test can show it.',
  },
  'vinca-nerves': {
    title: 'Nerves and bowels',
    text: 'One of your cancer drugs can harm the nerves. Tell us if your hands or feet feel numb. Tell us if your bowels do not move well.',
  },
  'pelvic-radiation': {
    title: 'Bowel, bladder and sex',
    text: 'Beam treatment low in the belly can cause trouble years later. Tell us if you rush to the toilet, leak, or see blood. Tell us if sex hurts. Most of this can be treated.',
  },
  'transplant-late-effects': {
    title: 'After your transplant',
    text: 'Your transplant team will set your tests and shots. Ask them for the dates. Write them on this page.',
  },
  'screen-breast': {
    title: 'Breast cancer check',
    text: 'This X-ray looks for breast cancer. Women of your age can have it. It is called a mammogram. Your own cancer does not change that.',
  },
  'screen-cervix': {
    title: 'Pap or HPV test',
    text: 'This test looks for cancer at the neck of the womb. Women of your age can have it. It takes just a few minutes.',
  },
  'screen-colorectal': {
    title: 'Bowel cancer check',
    text: 'This test looks for bowel cancer. It can be a look inside the bowel or a test of your stool. Ask which one is best for you.',
  },
  'screen-lung': {
    title: 'Lung scan',
    text: 'If you have smoked, a scan of the lungs may help you. It can show cancer when it is small. Ask if it is right for you.',
  },
  'screen-prostate': {
    title: 'A talk about the PSA test',
    text: 'This blood test looks for prostate cancer. It can help and it can harm. Talk with your doctor first. Then you choose.',
  },
  'vaccine-influenza': {
    title: 'Flu shot',
    text: 'Get your flu shot before the winter. The flu can make you very ill after cancer care. Get the shot, not the nose spray.',
  },
  'vaccine-pneumococcal': {
    title: 'Shot against lung germs',
    text: 'This shot guards you from germs that harm the lungs. You are more at risk after cancer care.',
  },
  'vaccine-zoster': {
    title: 'Shingles shot',
    text: 'Shingles is a rash that hurts a lot. You are more at risk after cancer care. This shot does not hold a live germ.',
  },
  'vaccine-tetanus': {
    title: 'Tetanus shot',
    text: 'This shot guards you from lockjaw and two more ills. Germs can get in through a cut. All adults need this shot from time to time.',
  },
  'vaccine-covid-19': {
    title: 'COVID shot',
    text: 'Ask which COVID shot is advised this season. You may be more at risk after cancer care.',
  },
  'vaccine-live': {
    title: 'No live shots for now',
    text: 'Some shots hold a germ that is weak but alive. They can make you ill while your body is weak. Do not get one till your cancer doctor says yes. Tell this to all who give you shots.',
  },
  'bone-density': {
    title: 'Bone scan (DXA)',
    text: 'The drug you take can thin the bones. This scan shows how strong they are. It does not hurt. Thin bones can be treated.',
  },
  'bone-vitamin-d': {
    title: 'Strong bones',
    text: 'Walk, climb stairs or lift light weights on most days. Eat milk foods, beans or greens. Ask if you need vitamin D. Keep floors clear so you do not fall.',
  },
  'heart-blood-pressure': {
    title: 'Blood pressure check',
    text: 'Some cancer care can strain the heart. High blood pressure makes it worse. It can be treated.',
  },
  'heart-lipids': {
    title: 'Test of the fats in your blood',
    text: 'Some cancer care can strain the heart. This test shows the fats in your blood. Less fat in the blood is good for the heart.',
  },
  'diabetes-hba1c': {
    title: 'Sugar test (A1c)',
    text: 'This blood test shows how high your sugar has been. Cancer care can raise it. Ask what your own goal is.',
  },
  'diabetes-urine': {
    title: 'Urine test for the kidneys',
    text: 'High sugar can harm the kidneys. This test shows it soon. Then it can be slowed down.',
  },
  'hypertension-pressure': {
    title: 'Blood pressure check',
    text: 'High blood pressure strains your heart. Have it checked, or check it at home. Ask what your own goal is.',
  },
  'signs-of-return': {
    title: 'Call us about these signs',
    text: 'Call if you find a new lump. Call if you bleed, or if a pain does not go away. Call if you get short of breath, or lose weight and do not know why. It is often not cancer, but we want to check.',
  },
  'endocrine-therapy': {
    title: 'Keep taking your hormone pills or shots',
    text: 'They guard you only while you take them. Do not stop on your own. Tell us if they make you feel bad. We can often help.',
  },
  distress: {
    title: 'How you feel',
    text: 'It is common to feel sad, scared or tired after cancer. Many fear that it will come back. Tell us if you feel low or sleep badly. There is help.',
  },
  'intimacy-fertility': {
    title: 'Sex, and having a child',
    text: 'Cancer care can change your sex life. It can make it hard to have a child. You can ask us about this at any time.',
  },
  'work-money': {
    title: 'Work and money',
    text: 'Ask for help with work, bills or your health plan. Someone on our team knows what help there is. Tell us if cost keeps you from a test or a drug.',
  },
  tobacco: {
    title: 'If you smoke',
    text: 'Smoking can bring the cancer back or cause a new one. It is hard to stop alone. We can help with talks, pills or patches.',
  },
  'movement-weight': {
    title: 'Move, eat well, guard your skin',
    text: 'Move each day; a walk is enough. Try to keep a good weight. Drink little or no beer, wine or liquor. Guard your skin from the sun.',
  },
  'breast-no-markers': {
    title: 'More blood tests or scans to look for the cancer, if you feel well',
    text: 'They do not help you live longer. They can lead to care you do not need. If you feel something new, call us.',
  },
  'colorectal-no-pet': noPet,
  'lung-no-pet': noPet,
  'lymphoma-no-late-scans': {
    title: 'Scans from year two on, if you feel well',
    text: 'Such scans find little. Each one adds rays. If you find a lump or feel ill, call us.',
  },
  'lymphoma-bloods-little-worth': {
    title: 'Blood tests to see if it is back',
    text: 'Blood tests are not a good way to see if it is back. How you feel says more. Call us if you find a lump or feel ill.',
  },
};
