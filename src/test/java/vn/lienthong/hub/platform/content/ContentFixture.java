package vn.lienthong.hub.platform.content;

import java.nio.file.Path;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.Mode;
import vn.lienthong.trust.SealFixture;

/** Content stores for tests. */
public final class ContentFixture {

    private ContentFixture() {}

    /** A store under {@code content} of this folder. */
    public static ContentStore contentStore(Path data) {
        return new FolderContentStore(
                PlatformFixture.home(Mode.STANDALONE, data, data), new NodeName("test"), SealFixture.masterKey());
    }
}
