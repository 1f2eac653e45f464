/** Shown on wrong usage. The console is for administrators and automation and speaks English only. */
export const usage = `kriter COMMAND

create      --register DIR --kind victims|justice --institution TEXT --country XKX --language sq --user NAME
            --recovery FILE [--roles administrator,supervisor,officer,analyst]
account add --register DIR --by NAME --user NEW --roles LIST        new passphrase in KRITER_NEW_PASSPHRASE
contract
call        PROCEDURE [JSON|-] --register DIR --user NAME
template    --kind victims|justice --entity ENTITY --language en
import      --register DIR --user NAME --entity ENTITY FILE.csv [--entity ENTITY FILE2.csv ...] [--dry-run]
export      --register DIR --user NAME --out DIR [--labels LANG] [--clear] [--reason TEXT]
generate    --register DIR --user NAME --records N --seed S
table       ID --register DIR --user NAME --period PERIOD [--view public|internal]
stages      --register DIR --user NAME --entity case
report      ID --register DIR --user NAME --period PERIOD --language sq --format pdf|xlsx|json|csv --out FILE [--view public|internal]
summary     --register DIR --user NAME --period PERIOD --out DIR [--language sq,mk,...] [--format pdf,xlsx,csv,json] [--view public|internal]
            all six languages and PDF where none are named; files already there are kept
publish     [ID] --register DIR --user NAME --period PERIOD [--dry-run] [--without T15,T16.main]
publications --register DIR --user NAME
check-digest DIGEST --register DIR --user NAME
reprint     PUBLICATION --register DIR --user NAME --language sq --format pdf|xlsx|json|csv --out FILE
corrections PUBLICATION --register DIR --user NAME [--view internal|public] [--language sq --format pdf|csv --out FILE]
backup      --register DIR --user NAME --to DIR
verify      FILE (--user NAME | --recovery FILE)
restore     FILE --register NEWDIR (--user NAME | --recovery FILE)
check       --register DIR --user NAME [--seal SEAL]

PERIOD is a year (2025), half a year (2025-H1, 2025-H2), or two days with both included (2025-03-01..2025-09-30).

The passphrase is the first line of standard input unless KRITER_PASSPHRASE is set.
JSON on standard output. Exit status 0; 1 with {"error":{"code","params"}} on standard error; 2 for wrong usage.
`;
