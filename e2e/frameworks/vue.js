import { createApp } from "vue";
import Story from "./Story.vue";

window.heard = [];
const addresses = ["articles/ceasefire-2025.json", "articles/harbour-town.json"];
const documents = await Promise.all(addresses.map(async (address) => (await fetch(address)).json()));
createApp(Story, { documents }).mount("#page");
