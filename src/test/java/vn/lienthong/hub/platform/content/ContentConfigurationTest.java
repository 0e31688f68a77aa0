package vn.lienthong.hub.platform.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.StartFailure;
import vn.lienthong.trust.SealFixture;

class ContentConfigurationTest {

    @TempDir
    Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void keepsContentsInAFolderUnlessABucketIsNamed() {
        assertThat(store()).isInstanceOf(FolderContentStore.class);
        environment.setProperty("LIENTHONG_CONTENT_S3_BUCKET", " ");
        assertThat(store()).isInstanceOf(FolderContentStore.class);
        environment
                .withProperty("LIENTHONG_CONTENT_S3_BUCKET", "files")
                .withProperty("LIENTHONG_CONTENT_S3_ENDPOINT", "https://s3.example")
                .withProperty("LIENTHONG_CONTENT_S3_ACCESS_KEY", "a")
                .withProperty("LIENTHONG_CONTENT_S3_SECRET_KEY", "s");
        assertThat(store()).isInstanceOf(S3ContentStore.class);
    }

    @Test
    void saysAtTheStartWhatIsMissing() {
        environment
                .withProperty("LIENTHONG_CONTENT_S3_BUCKET", "files")
                .withProperty("LIENTHONG_CONTENT_S3_ENDPOINT", "https://s3.example")
                .withProperty("LIENTHONG_CONTENT_S3_ACCESS_KEY", "a");
        assertThatThrownBy(this::store)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("LIENTHONG_CONTENT_S3_SECRET_KEY");
    }

    private ContentStore store() {
        return new ContentConfiguration()
                .contentStore(
                        PlatformFixture.home(Mode.NODE, folder, folder),
                        new NodeName("test"),
                        SealFixture.masterKey(),
                        environment);
    }
}
