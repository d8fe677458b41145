// The model lies in public/model/: copy it there from node_modules/newsgraph/model. It is read in a worker; nothing leaves the page.
import { openNewsgraphInWorker } from 'newsgraph/browser/worker'

const [article, button, graph] = ['article', 'read', 'graph'].map((id) => document.getElementById(id))
let opened

button.addEventListener('click', async () => {
  button.disabled = true
  try {
    opened ??= openNewsgraphInWorker(`${import.meta.env.BASE_URL}model/`)
    // As text, never as HTML: it holds the words of the article.
    graph.textContent = await (await opened).toTurtle(article.value)
  } catch ({ message, advice = '' }) {
    graph.textContent = `${message} ${advice}`
  } finally {
    button.disabled = false
  }
})
