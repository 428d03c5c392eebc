"""Kinds of words: what is learnt of one holds for the others, as of a father for a stepfather.

A word is of a kind when it is listed whole, or when it begins with the longest of the listed beginnings.
"""

# Words that count only as they are.
WHOLE = {
    # An adult near the child.
    "A": "far faren fars mor moren mors mand manden kone stedfar stedmor papfar papmor onkel tante moster faster "
    "morbror farbror morfar farfar mormor farmor bedstefar bedstemor kaereste kaeresten foraeldre foraeldrene "
    "dad daddy mum mom uncle svigermor svigerfar nabo naboen traener traeneren paedagog laerer laereren "
    "plejefar plejemor father mother parents baba mamma",
    # A child.
    "B": "barn barnet born boern boernene dreng drengen pige pigen piger drenge elev eleven elever soen soennen "
    "datter datteren baby babyen lille lillebror lillesoester soester bror storebror storesoester barnebarn "
    "niece nevoe spaedbarn ungen unge knaegt child son daughter kid soeskende ven veninde",
    # Body.
    "C": "arm ben hud",
    # Violence.
    "D": "klo kloe",
    # Weapons.
    "F": "bat",
    # No.
    "G": "ikke ik ikk iik aldrig ingen intet hverken not no never dont won uden",
    # Night, bed and locked doors.
    "H": "nat seng",
    # Death.
    "J": "doe doed doer leve liv dead die",
    # Telling and hiding.
    "K": "sige siger sagde",
    # Touch and nakedness.
    "L": "lus",
    # Pictures and the net.
    "M": "chat cam",
    # Food, clothes and care.
    "N": "laege",
    # Honour, marriage and travel.
    "O": "pas",
}

# Beginnings of words.
BEGUN = {
    # Body.
    "C": "arm haand haender finger fingre hals nakke ryg maven mave hoved ansigt kind kaebe oeje oejne oere hud "
    "laar laeg ben fod foedder fingr panden pande numse balle ribben hofte skulder krop bryst isse laebe tand "
    "taender haar underliv forneden tissemand tissekone skridt bagdel laenden kraveben tinding naese",
    # Violence.
    "D": "slaa slog slaar slaaet banke bank taev taesk spark skub skubbe flaa flaaede rusk ruske ryst river rev "
    "hiv hev kyle smid smed smide kast smadre klask daske dask lamme lussing knytnaeve niv nive kniber kvael "
    "stik stak ramt rammer tramp vred pisk hamre bid bed klem straf tyrann truer truet trusler truss afstraf "
    "knalde kradse brae",
    # Drink and drugs.
    "E": "sprut sprit oel vin vodka fuld beruset paavirk druk drikk drak skaev stoned hash joint pille piller stof "
    "coke kokain heroin pulver flaske flasker promille benzo tramadol lattergas sniff kanyl sproejt noegle "
    "narko pusher dealer doegn metadon morfin svamp rus misbrug bong fik",
    # Weapons.
    "F": "kniv pistol gevaer riffel vaaben machete oekse bombe granat knojern hammer skyd skudt skud sax "
    "haandgranat glock gun knife klinge",
    # Night, bed and locked doors.
    "H": "natten sengen soveva soever dynen dyne bad badet vaerelse toilet omklaed bruser putte puttes kaelder "
    "garage skab laas laast spaer",
    # Fear.
    "I": "bange angst frygt toer utryg skraem ryster skriger skrig graed graeder gemmer gemme gemt gemte stivn "
    "klamr panik trygle krymp dukker flygt",
    # Death.
    "J": "doeds doede begrav selvmord afsked farvel graven himlen himmel livet ihjel aflive forsvind broen togskin "
    "haeng reb rebet taget overstaa ende slut kill suicid",
    # Telling and hiding.
    "K": "hemmelig fortael loever lovede maa maatte sladre skjul loegn lyve loejet forklar",
    # Touch and nakedness.
    "L": "noegen noegne toej trusse underbuks underto bukser sex kys kysse roer roerer roerte roert beroeer piller "
    "befam gram lagen puls onan porno intim krop bryster samleje voldt massere kilder slik",
    # Pictures and the net.
    "M": "snap insta tiktok discord roblox facebook telefon mobil kamera billed foto film filmet video klip online "
    "spil net profil konto delt del deler sendt send sende gruppe",
    # Food, clothes and care.
    "N": "mad spise spist sult sulten madpakke beskidt snavset lugter stinker lort tis ble bleen koel fryser varme "
    "vaske alene sko jakke bolig stroem seng laege medicin tandl vand koeleskab tigger",
    # Honour, marriage and travel.
    "O": "gift gifte giftes bryllup forlov aere aeren skam kusine faetter hjemland udland rejse rejser billet "
    "passet jomfru omskaer toerklaed brudgom forlovet kontrol overvaag foelger",
    # Gone.
    "P": "vaek forsvundet stukket loebet loeb hjemmefra roemmet efterlys savnet kommet tilbage forladt flygtet "
    "stak mangler sidst set",
    # Wounds.
    "Q": "skaer skar skaerer snit sni ridse ritser rids rispe cutt barberblad saar ar arrene maerk maerker blaa "
    "bule buler pletter striber braend braendt skold braekket brud blod bloder bloed",
    # Breath and sense.
    "R": "trække vejret vejr aander aande bevidst slap svarer vaagn kramp feber forgift slugt besvim livloes kold "
    "kontakt haelde",
}
