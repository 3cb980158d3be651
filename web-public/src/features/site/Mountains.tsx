import css from './HomePage.module.css';

/** The Ala-Too range over the lake at dusk, and the road along the shore. */
export function Mountains() {
  return (
    <svg className={css.mountains} viewBox="0 0 1440 420" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <circle cx="1130" cy="120" r="62" fill="#f7a52c" opacity="0.92" />
      <path d="M0 250 150 150l90 60 160-140 130 120 110-70 170 110 140-120 180 140 110-80 200 130v130H0Z" fill="#0d5a5b" opacity="0.75" />
      <path d="M950 110 995 145 978 140 964 152 948 139 932 151 922 141 909 145Z" fill="#e9f4f2" opacity="0.8" />
      <path d="M0 310 120 240l140 50 150-100 170 110 150-70 190 80 160-90 150 90 210-60v170H0Z" fill="#0a4448" />
      <path d="M0 350c200-40 420-30 720-14s520 10 720-22v106H0Z" fill="#07383b" />
      <path d="M-20 420C300 350 620 400 900 372s380-40 560-26" fill="none" stroke="#fdba50" strokeWidth="3" strokeDasharray="22 16" opacity="0.8" />
    </svg>
  );
}
