package vn.lienthong.hub.notify.notices;

import vn.lienthong.hub.dossier.DossierFacts;

/** How the dossier was filed, in the words of the systems in use: each event is switched per way of filing. */
enum Filing {
    TrucTuyen,
    TrucTiep,
    BCCI;

    static Filing of(DossierFacts.Channel channel) {
        return switch (channel) {
            case ONLINE -> TrucTuyen;
            case COUNTER -> TrucTiep;
            case POST -> BCCI;
        };
    }
}
