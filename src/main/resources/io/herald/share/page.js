'use strict';
(() => {
  const said = document.getElementById('said');

  const copy = async (field) => {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(field.value);
        return true;
      } catch (refused) {
        // The older way below asks for no permission.
      }
    }
    field.focus();
    field.select();
    return document.execCommand('copy');
  };

  for (const button of document.querySelectorAll('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const done = await copy(document.getElementById(button.dataset.copy));
      said.textContent = done ? button.dataset.done : button.dataset.failed;
    });
  }

  const share = document.querySelector('button[data-share]');
  if (share && navigator.share) {
    const text = document.getElementById(share.dataset.share).value;
    const picture = document.getElementById('picture');
    let files = [];
    // Fetched before the press: a browser opens its share sheet only straight after one.
    const fetchPicture = async () => {
      const answer = await fetch(picture.src, { mode: 'cors', credentials: 'omit' });
      const image = await answer.blob();
      const kind = image.type.split('/')[1] || 'jpeg';
      const file = new File([image], 'image.' + kind, { type: image.type });
      if (answer.ok && navigator.canShare && navigator.canShare({ files: [file] })) {
        files = [file];
      }
    };
    if (picture) {
      fetchPicture().catch(() => {});
    }
    share.hidden = false;
    share.addEventListener('click', () => {
      navigator.share(files.length ? { text, files } : { text }).catch(() => {});
    });
  }
})();
