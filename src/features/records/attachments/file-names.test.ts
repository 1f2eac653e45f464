import { expect, test } from 'vitest';
import { copyName, fileName } from './file-names.ts';

test('a name is what stands behind the last folder, on either kind of system', () => {
  expect(fileName('D:\\Dosje\\Raport i policisë.pdf')).toBe('Raport i policisë.pdf');
  expect(fileName('dosje/raport.pdf')).toBe('raport.pdf');
});

test('a copy keeps its name, and an ending that lies gets the true one behind it', () => {
  expect(copyName('Raport.PDF', 'pdf')).toBe('Raport.PDF');
  expect(copyName('foto.jpeg', 'jpeg')).toBe('foto.jpeg');
  expect(copyName('scan.pdf', 'jpeg')).toBe('scan.pdf.jpg');
  expect(copyName('pasaporta', 'png')).toBe('pasaporta.png');
});

test('a name that is too long for the dialog keeps its ending', () => {
  const name = copyName(`${'a'.repeat(200)}.pdf`, 'pdf');
  expect(name).toHaveLength(120);
  expect(name.endsWith('a.pdf')).toBe(true);
});
