import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttachmentKind, pictureSize } from '#shared/records/attachment.ts';
import { turned } from './scale.ts';
import { ViewFrame } from './view-frame.tsx';
import { type Problem, ViewProblem } from './view-problem.tsx';
import classes from './viewer.module.css';

type PictureViewProps = { bytes: Uint8Array<ArrayBuffer>; kind: Exclude<AttachmentKind, 'pdf'>; name: string };

/** A picture takes four bytes a point in memory, whatever the size of its file: a small file can be a bomb. */
const mostPoints = 100e6;

function problemOf({ kind, bytes }: Pick<PictureViewProps, 'kind' | 'bytes'>): Problem | null {
  const size = pictureSize(kind, bytes);
  if (size === null || size.width === 0 || size.height === 0) return 'damaged';
  return size.width * size.height > mostPoints ? 'tooLarge' : null;
}

/** A JPEG or PNG picture, as large and as turned as somebody wants to see it. */
export function PictureView({ bytes, kind, name }: PictureViewProps) {
  const [problem, setProblem] = useState(() => problemOf({ kind, bytes }));
  const address = useAddress(bytes, kind, problem === null);
  // A picture may be stored lying on its side; its own size is what the window makes of it.
  const [natural, setNatural] = useState<{ readonly width: number; readonly height: number } | null>(null);
  const { t } = useTranslation();

  if (problem !== null) return <ViewProblem problem={problem} />;
  return (
    <ViewFrame fits="whole" natural={natural}>
      {({ scale, rotation }) => {
        const size = natural === null ? undefined : turned(natural, rotation);
        const box = size && { width: size.width * scale, height: size.height * scale };
        return (
          <div className={classes.sheet} style={box}>
            {address !== null && (
              <img
                alt={t('attachments:viewer.picture', { name })}
                className={classes.picture}
                onError={() => setProblem('damaged')}
                onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
                  setNatural({ width, height })
                }
                src={address}
                style={
                  natural === null
                    ? { visibility: 'hidden' }
                    : {
                        width: natural.width * scale,
                        height: natural.height * scale,
                        transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
                      }
                }
              />
            )}
          </div>
        );
      }}
    </ViewFrame>
  );
}

/** An address in the memory of this window, given back when the view ends. */
function useAddress(bytes: Uint8Array<ArrayBuffer>, kind: string, isWanted: boolean): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: `image/${kind}` }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, kind, isWanted]);
  return address;
}
