"""The names that a sealed month of ours may use. A report that learns to draw something new adds its names here."""

import re
from typing import Final

FONT_NAME: Final = re.compile(r"F\d{1,3}(\+\d{1,3})?")
"""What a page calls its fonts, reportlab's way."""

_DOCUMENT: Final = (
    "AF Author Catalog Count CreationDate Desc Dest DestOutputProfile DisplayDocTitle EF EmbeddedFiles First ID Info"
    " Kids Lang Last Metadata ModDate N Names Next Outlines OutputConditionIdentifier OutputIntents PageMode Pages"
    " Params Parent Prev Producer Root S Size Title Type Subtype UF F CheckSum AFRelationship ViewerPreferences RegistryName"
)
_PAGE: Final = (
    "Annots Contents Font Length Length1 Filter MediaBox ProcSet Resources Rotate Trans Name BBox Matrix"
    " XObject Width Height ColorSpace BitsPerComponent SMask Image Im0"
)
_FONT: Final = (
    "Ascent BaseFont CIDSystemInfo CIDToGIDMap CapHeight DW DescendantFonts Descent Encoding FirstChar Flags FontBBox"
    " FontDescriptor FontFile2 FontName ItalicAngle LastChar MissingWidth Ordering Registry StemV Supplement ToUnicode W"
    " Widths"
)
_SIGNATURE: Final = (
    "AP AcroForm BaseVersion ByteRange DocMDP ESIC ISO_ ExtensionLevel ExtensionRevision Extensions FT Fields M P Perms"
    " Rect Reference SigFlags SubFilter T TransformMethod TransformParams URL V Version"
)
KNOWN: Final = frozenset(" ".join((_DOCUMENT, _PAGE, _FONT, _SIGNATURE)).split())
"""Keys of dictionaries."""

_TYPES: Final = (
    "Annot Catalog CIDFontType2 DeveloperExtensions EmbeddedFile Filespec Font FontDescriptor Form Image Metadata Outlines"
    " OutputIntent Page Pages Sig SigRef TransformParams TrueType Type0 Widget XML XObject GTS_PDFA1 Header"
    " application/json text/csv"
)
TYPES: Final = frozenset(_TYPES.split())
"""What /Type, /Subtype and /S may say."""
