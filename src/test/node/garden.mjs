// The post of which the README has pictures.

export const HEADLINE = 'Our office garden opens on Friday';
export const LINK = 'https://acme.example/garden';
export const TEXT = 'Forty square metres of herbs and tomatoes on the roof, and a bench in the shade. We open it on'
  + ' Friday at four, and everybody in the street is invited. Bring a plant if you like!';
export const ON_X = 'Herbs, tomatoes and a bench in the shade: our roof garden opens on Friday at four, and the whole'
  + ' street is invited.';
export const IMAGE = 'https://images.acme.example/office-garden.png';
export const DESCRIPTION = 'A roof garden with raised beds, a bench and the city behind it';
