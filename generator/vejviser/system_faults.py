"""Says in Danish what the system refused: a full disk, a missing right, a path that is not there."""

import errno
import os

_WORDS = {
    errno.ENOSPC: "Disken er fuld, så {} kunne ikke skrives. Gør plads, og prøv igen.",
    errno.EDQUOT: "Du har ikke mere plads på disken til {}. Gør plads, og prøv igen.",
    errno.EFBIG: "{} er større, end systemet tillader.",
    errno.EACCES: "Du har ikke ret til {}. Ret rettighederne, eller vælg en anden mappe.",
    errno.EPERM: "Du har ikke ret til {}. Ret rettighederne, eller vælg en anden mappe.",
    errno.EROFS: "{} ligger på en disk, der kun kan læses. Vælg en anden mappe.",
    errno.ENOENT: "{} findes ikke. Ret stien, eller lav mappen; er den slettet, mens Vejviser arbejdede, så prøv igen.",
    errno.EEXIST: "{} findes allerede. Vælg et andet navn.",
    errno.ENOTDIR: "En del af stien {} er en fil og ikke en mappe. Ret stien.",
    errno.EISDIR: "{} er en mappe, men her skal være en fil. Ret stien, eller giv siden et andet navn.",
    errno.ENOTEMPTY: "Mappen {} er ikke tom. Noget andet har rørt den imens; prøv igen.",
    errno.ENAMETOOLONG: "Navnet {} er for langt for systemet. Vælg et kortere.",
    errno.ELOOP: "{} er en genvej, der fører i ring. Slet genvejen.",
    errno.EBUSY: "{} er i brug af noget andet. Luk det, og prøv igen.",
    errno.EMFILE: "Der er for mange åbne filer. Luk andre programmer, og prøv igen.",
    errno.ENOMEM: "Der er ikke mere hukommelse. Luk andre programmer, og prøv igen.",
    errno.EXDEV: "{} ligger på en anden disk. Vælg en mappe på samme disk.",
    errno.EIO: "Disken svarer ikke rigtigt, så {} kunne ikke læses eller skrives.",
    errno.EADDRINUSE: "Adressen er i brug. Vælg en anden.",
}


def in_danish(error: OSError) -> str:
    """The cause with its cure, and the file when the system names one."""
    # Of two names, as in a rename, the last is where it should have gone.
    name = next((str(name) for name in (error.filename2, error.filename) if name), "")
    shown = os.fsencode(name).decode(errors="replace") if name else "en fil"
    words = _WORDS.get(error.errno or 0)
    if words is None:
        code = errno.errorcode.get(error.errno or 0, "ukendt")
        return f"Systemet kunne ikke læse eller skrive {shown} ({code})."
    said = words.format(shown)
    return said[0].upper() + said[1:]
